namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>Reads the checklist by which learning centres are chosen.</summary>
public static class SelectionForm
{
    /// <summary>What was found, by criterion; a criterion that the form does not have is nothing.</summary>
    public static IReadOnlyDictionary<string, string> Read(FieldValues values, FormDefinition form)
    {
        var none = new Dictionary<string, string>();
        var (shown, hidden) = OwnAnswers.Read(values, form, none, none);
        return shown.Concat(hidden).ToDictionary(a => a.Key, a => a.Value);
    }
}
