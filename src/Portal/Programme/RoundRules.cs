using System.Text.Json;

namespace KhokNongNa.Portal.Programme;

/// <summary>What the board counts a round by. Written into the journal with the directive, so that the board of any moment knows the rules of that moment.</summary>
/// <param name="Area">Whose round it is.</param>
/// <param name="To">Codes of the districts that are addressed, the exempted among them.</param>
/// <param name="Centres">At least so many centres in a district; 0 → not asked.</param>
/// <param name="PlotsPer">One centre for each begun so many plots; 0 → no such rule.</param>
/// <param name="Spread">Whether centres are to lie in different tambons.</param>
/// <param name="Sages">At least so many sages.</param>
/// <param name="KickOffs">At least so many kick-offs that are fixed.</param>
public sealed record RoundRules(
    string Area, DateOnly? Due, IReadOnlyList<string> To, IReadOnlyList<string> Exempt, int Centres, int PlotsPer, bool Spread, int Sages, int KickOffs)
{
    public DateTimeOffset? DueAt => Due is { } day ? ThaiTime.StartOf(day.AddDays(1)) : null;

    public static RoundRules Of(Directive directive)
    {
        var text = directive.Text;
        var centres = text.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Centres);
        return new(
            directive.AreaCode,
            text.Due,
            text.To,
            text.Exempt,
            centres?.Least ?? 0,
            centres?.PlotsPer ?? 0,
            centres?.Spread ?? false,
            text.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Sages)?.Least ?? 0,
            text.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Activities)?.Least ?? 0);
    }

    /// <summary>How many centres a district with so many plots is to have (domain.md L7): <c>max(least, ⌈plots / N⌉)</c>.</summary>
    public int CentreTarget(int plots) => Centres == 0 ? 0 : Math.Max(Centres, PlotsPer == 0 ? 0 : (plots + PlotsPer - 1) / PlotsPer);

    internal (string, object?)[] Facts(DateOnly date) =>
    [
        ("area", Area), ("on", date), ("due", Due), ("addressed", To), ("exempt", Exempt), ("centres", Centres), ("plots-per", PlotsPer), ("spread", Spread), ("sages", Sages), ("kick-offs", KickOffs),
    ];

    /// <summary>Rules as a journal row has them; a row from before rounds were counted asks for nothing.</summary>
    internal static RoundRules Read(JsonElement facts) => new(
        facts.Text("area"),
        DateOnly.TryParseExact(facts.Text("due"), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var due) ? due : null,
        facts.Texts("addressed"),
        facts.Texts("exempt"),
        facts.Number("centres"),
        facts.Number("plots-per"),
        facts.Flag("spread"),
        facts.Number("sages"),
        facts.Number("kick-offs"));
}

/// <summary>Reads the facts of a journal row; what is not there is empty.</summary>
internal static class Facts
{
    public static string Text(this JsonElement facts, string key) => facts.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static int Number(this JsonElement facts, string key, int otherwise = 0) => facts.TryGetProperty(key, out var value) && value.TryGetInt32(out var number) ? number : otherwise;

    public static bool Flag(this JsonElement facts, string key, bool otherwise = false) =>
        facts.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : otherwise;

    public static string[] Texts(this JsonElement facts, string key) =>
        facts.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString() ?? "")] : [];
}
