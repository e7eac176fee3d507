namespace KhokNongNa.Web.Studio;

/// <summary>What is wrong with a form, field by field.</summary>
public static class WrongFields
{
    /// <summary>What to say beside a field.</summary>
    public static IEnumerable<string> At(this IReadOnlyList<(string Field, string Message)> wrong, string field) =>
        wrong.Where(w => w.Field == field).Select(w => w.Message);
}
