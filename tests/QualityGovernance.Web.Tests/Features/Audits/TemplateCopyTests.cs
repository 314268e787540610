using System.Reflection;
using System.Text.Json;
using QualityGovernance.Platform.Data;
using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Tests.Features.Audits;

/// <summary>Whoever adds a property to a template, a section or a question is told here to copy it as well.</summary>
public sealed class TemplateCopyTests
{
    // What tells a copy apart from its original, and what the data context keeps.
    private static readonly string[] Own =
    [
        nameof(Entity.Id), nameof(Entity.CreatedAt), nameof(Entity.UpdatedAt), nameof(Entity.RowVersion), nameof(Entity.DeletedAt), nameof(Entity.DeletedById),
        nameof(IAuthored.CreatedById), nameof(IAuthored.UpdatedById), nameof(AuditTemplate.ReferenceNumber),
        nameof(AuditTemplate.Name), nameof(AuditTemplate.Version), nameof(AuditTemplate.FamilyId), nameof(AuditTemplate.IsPublished),
        nameof(AuditQuestion.TemplateId), nameof(AuditQuestion.SectionId),
    ];

    [Fact]
    public void A_template_is_copied_without_losing_a_property()
    {
        var template = Filled(new AuditTemplate { Name = "n" });
        template.IsActive = true; // a draft that is out of use could not be seen to have been started
        Lost(template, template.Copy("copy")).ShouldBeEmpty();
    }

    [Fact]
    public void A_section_is_copied_without_losing_a_property()
    {
        var section = Filled(new AuditSection { TemplateId = 1, Title = "t" });
        Lost(section, section.CopyTo(2)).ShouldBeEmpty();
    }

    [Fact]
    public void A_question_is_copied_without_losing_a_property()
    {
        var question = Filled(new AuditQuestion { TemplateId = 1, QuestionText = "q" });
        var copy = question.CopyTo(2, 3);
        copy.TakeConditionsOf(question, new Dictionary<int, int> { [Rule.SourceQuestionId!.Value] = Rule.SourceQuestionId.Value });
        Lost(question, copy).ShouldBeEmpty();
    }

    [Fact]
    public void A_property_that_is_not_copied_is_found()
    {
        var question = Filled(new AuditQuestion { TemplateId = 1, QuestionText = "q" });
        var copy = question.CopyTo(2, 3); // without its conditions
        Lost(question, copy).ShouldBe([nameof(AuditQuestion.ConditionalLogic)]);
    }

    [Fact]
    public void Conditions_of_a_copy_name_the_copied_questions()
    {
        var question = Filled(new AuditQuestion { TemplateId = 1, QuestionText = "q" });
        var copy = question.CopyTo(2, 3);
        copy.TakeConditionsOf(question, new Dictionary<int, int> { [Rule.SourceQuestionId!.Value] = 70 });
        copy.ConditionalLogic!.Single().SourceQuestionId.ShouldBe(70);
    }

    private static ConditionalLogicRule Rule => new(7, ConditionOperator.Contains, ConditionAction.Require, JsonElement.Parse("\"x\""));

    private static IEnumerable<string> Lost<T>(T original, T copy) => typeof(T).GetProperties()
        .Where(property => !Own.Contains(property.Name))
        .Where(property => JsonSerializer.Serialize(property.GetValue(original)) != JsonSerializer.Serialize(property.GetValue(copy)))
        .Select(property => property.Name);

    /// <summary>Every property that can be set gets a value that no new record has.</summary>
    private static T Filled<T>(T record)
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.GetSetMethod(nonPublic: true) is not null && !Own.Contains(property.Name)))
            property.SetValue(record, Value(property));
        return record;
    }

    private static object Value(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => "some text",
            _ when type == typeof(bool) => property.Name != nameof(AuditSection.IsActive),
            _ when type == typeof(int) => 42,
            _ when type == typeof(double) => 4.25,
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
            _ when type == typeof(IReadOnlyList<int>) => new[] { 3, 1, 2 },
            _ when type == typeof(IReadOnlyList<QuestionOption>) => new[] { new QuestionOption("v", "l", 2.5, true, true, FindingSeverity.Low) },
            _ when type == typeof(IReadOnlyList<ConditionalLogicRule>) => new[] { Rule },
            _ when type == typeof(EvidenceRequirement) => new EvidenceRequirement(true, 1, 2, ["image/png"], true, true),
            _ => throw new InvalidOperationException($"Say here what a filled {property.Name} of the type {type} is."),
        };
    }
}
