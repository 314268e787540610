namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What a question must hold to, new or changed. Each type takes only the members that mean something for it.</summary>
internal static class QuestionRules
{
    public const int LongestAnswer = 20_000;
    public const int MostDecimalPlaces = 6;

    public static FieldErrors Check(AuditQuestionCreate form)
    {
        var errors = new FieldErrors().Members(form);
        if (form.QuestionType is not { } type) return errors;

        Numbers(errors, form, type);
        Lengths(errors, form, type);
        OptionRules.Check(errors, form.Options, type);
        EvidenceRules.Check(errors, form.EvidenceRequirements);
        ConditionRules.CheckForm(errors, form.ConditionalLogic);
        return errors;
    }

    /// <summary>What can be told only by what else there is: the section, the questions that conditions name, clauses and controls.</summary>
    /// <returns>Adds the errors; to be called after the trip.</returns>
    public static Action<FieldErrors> AskLinks(RoundTrip trip, AuditQuestionCreate form, int templateId, AuditQuestion? before, QgpDbContext db)
    {
        var section = form.SectionId is { } sectionId ? trip.Ask(db.SectionsOf(templateId).Where(section => section.Id == sectionId).Select(section => section.Id)) : null;
        var sources = form.ConditionalLogic is { Count: > 0 } ? trip.Ask(db.QuestionsOf(templateId)) : null;
        var clauses = LinkedRecords.AskLinks(trip, "clause_ids", form.ClauseIds, db, LinkedRecords.Clauses);
        var controls = LinkedRecords.AskLinks(trip, "control_ids", form.ControlIds, db, LinkedRecords.Controls);
        return errors =>
        {
            errors.Require(section is null or { Any: true }, "section_id", $"The template has no section {form.SectionId}.");
            if (sources is not null) ConditionRules.CheckSources(errors, form.ConditionalLogic!, before?.Id, [.. sources.All]);
            clauses(errors, before?.ClauseIds);
            controls(errors, before?.ControlIds);
        };
    }

    private static void Numbers(FieldErrors errors, AuditQuestionCreate form, QuestionType type)
    {
        const string NoScale = "A scale has no negative values.";
        const string OnlyNumbers = "This is for questions of the types number, rating and score.";
        errors.Require(form.MinValue is null || type.IsNumber(), "min_value", OnlyNumbers)
            .Require(form.MaxValue is null || type.IsNumber(), "max_value", OnlyNumbers)
            .Require(form.DecimalPlaces is null || type is QuestionType.Number or QuestionType.Score, "decimal_places", "This is for questions of the types number and score.");
        if (!type.IsNumber()) return;

        errors.Require(form.MinValue is not < 0 || !type.IsScale(), "min_value", NoScale).Require(form.MaxValue is not < 0 || !type.IsScale(), "max_value", NoScale);
        var question = new AuditQuestion { TemplateId = 0, QuestionText = "", QuestionType = type, MinValue = form.MinValue, MaxValue = form.MaxValue, MaxScore = form.MaxScore };
        errors.Require(question.Lowest() < question.Highest(), "max_value", $"The highest answer, {question.Highest()}, must be more than the lowest, {question.Lowest()}.");
        if (type != QuestionType.Rating) return;
        errors.Require(IsWhole(form.MinValue), "min_value", "A rating is a whole number.").Require(IsWhole(form.MaxValue), "max_value", "A rating is a whole number.");
    }

    private static void Lengths(FieldErrors errors, AuditQuestionCreate form, QuestionType type)
    {
        const string OnlyTexts = "This is for questions of the types text and textarea.";
        errors.Require(form.MinLength is null || type.IsText(), "min_length", OnlyTexts)
            .Require(form.MaxLength is null || type.IsText(), "max_length", OnlyTexts)
            .Require(form.MinLength is null || form.MaxLength is null || form.MinLength <= form.MaxLength, "max_length", "This is less than min_length.");
    }

    private static bool IsWhole(double? value) => value is null || Math.Floor(value.Value) == value.Value;
}
