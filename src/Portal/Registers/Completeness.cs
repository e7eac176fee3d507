namespace KhokNongNa.Portal.Registers;

/// <summary>How complete a record is.</summary>
/// <param name="Percent">Weight of what is filled in of the whole, rounded down: 100 only when nothing is missing.</param>
/// <param name="Missing">Codes of the fields that count and are empty, in the form's order.</param>
public sealed record Completeness(int Percent, IReadOnlyList<string> Missing)
{
    /// <summary>A pure function of record and form (settled 12).</summary>
    /// <param name="answers">What the record says, by field code; what it does not say is empty or not there.</param>
    public static Completeness Of(FormDefinition form, IReadOnlyDictionary<string, string> answers)
    {
        var counted = form.Fields.Where(f => f.Weight > 0).ToList();
        var missing = counted.Where(f => answers.GetValueOrDefault(f.Code, "").Length == 0).ToList();
        var whole = counted.Sum(f => f.Weight);
        return new((whole - missing.Sum(f => f.Weight)) * 100 / whole, [.. missing.Select(f => f.Code)]);
    }
}
