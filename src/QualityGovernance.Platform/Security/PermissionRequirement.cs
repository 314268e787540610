using Microsoft.AspNetCore.Authorization;

namespace QualityGovernance.Platform.Security;

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;
