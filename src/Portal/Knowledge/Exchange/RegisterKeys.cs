using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Keys that the files of all registers share.</summary>
/// <param name="Number">Register number; empty → drawn when the record is accepted.</param>
/// <param name="State">How far it was checked where the file comes from.</param>
internal sealed record RegisterKeys(string Number, CheckState State)
{
    public static RegisterKeys Read(FrontMatter keys) => new(keys.Text("number"), keys.Code("check", CheckState.Accepted));

    public static FrontMatterWriter Write(FrontMatterWriter writer, Registered noun) => writer
        .Text("number", noun.Number == noun.Key ? "" : noun.Number)
        .Code<CheckState>("check", noun.IsAccepted ? null : noun.State);

    public async Task TakeAsync(PortalDb db, Registered noun, CancellationToken cancellationToken)
    {
        if (Number.Length > 0 && Number != noun.Number)
        {
            await db.TakeAsync(noun.Letter, Number, noun.Id, cancellationToken);
            noun.TakeNumber(Number);
        }
    }

    public static IReadOnlyDictionary<string, string> ReadAnswers(FrontMatter keys, string key) =>
        keys.Rows(key).Select(a => (Code: a.Text("code"), Text: a.Line1("text"))).Where(a => a.Code.Length > 0).DistinctBy(a => a.Code).ToDictionary(a => a.Code, a => a.Text);

    public static IEnumerable<KeyValuePair<string, string>> InOrder(IReadOnlyDictionary<string, string> answers) => answers.OrderBy(a => a.Key, StringComparer.Ordinal);
}

internal static class AnswerRows
{
    /// <summary>What <see cref="RegisterKeys.ReadAnswers"/> reads.</summary>
    public static FrontMatterWriter Answers(this FrontMatterWriter writer, string key, IReadOnlyDictionary<string, string> answers) =>
        writer.Rows(key, RegisterKeys.InOrder(answers), (row, a) => row.Text("code", a.Key).Text("text", a.Value));
}
