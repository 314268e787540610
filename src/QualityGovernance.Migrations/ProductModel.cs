using System.Reflection;
using QualityGovernance.Web.Features.Policies;

namespace QualityGovernance.Migrations;

/// <summary>Where the entity configurations are.</summary>
public static class ProductModel
{
    public static Assembly Assembly => typeof(Policy).Assembly;
}
