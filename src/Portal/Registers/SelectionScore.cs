namespace KhokNongNa.Portal.Registers;

/// <summary>How far a plot meets the checklist by which learning centres are chosen.</summary>
/// <param name="Score">Share of the weight that was answered yes, 0–100, rounded down: 100 only when all is met.</param>
/// <param name="Unmet">Codes of the required criteria that are not met; with any of them a plot is not chosen.</param>
/// <param name="Open">Codes of the criteria that nobody answered yet.</param>
public sealed record SelectionScore(int Score, IReadOnlyList<string> Unmet, IReadOnlyList<string> Open)
{
    public const string Yes = "yes";

    /// <summary>A pure function of the checklist and what was found.</summary>
    /// <param name="answers">What was found, by criterion.</param>
    public static SelectionScore Of(FormDefinition form, IReadOnlyDictionary<string, string> answers)
    {
        var counted = form.Fields.Where(f => f.Weight > 0).ToList();
        var met = counted.Where(f => answers.GetValueOrDefault(f.Code, "") == Yes).ToList();
        return new(
            met.Sum(f => f.Weight) * 100 / counted.Sum(f => f.Weight),
            [.. counted.Except(met).Where(f => f.Required).Select(f => f.Code)],
            [.. counted.Where(f => answers.GetValueOrDefault(f.Code, "").Length == 0).Select(f => f.Code)]);
    }
}
