using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Identity.Users;

internal static class UserRules
{
    public static FieldErrors Person(this FieldErrors errors, Optional<string?> firstName, Optional<string?> lastName, Optional<string?> jobTitle, Optional<string?> department, Optional<string?> phone) => errors
        .Text("first_name", firstName, min: 1, max: User.LongestName, required: true)
        .Text("last_name", lastName, min: 1, max: User.LongestName, required: true)
        .Text("job_title", jobTitle, max: User.LongestName)
        .Text("department", department, max: User.LongestName)
        .Text("phone", phone, max: User.LongestPhone);
}
