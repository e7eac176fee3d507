using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Plots as files; the file's <c>id</c> is the plot's code.</summary>
internal static class PlotFile
{
    public static Prepared Prepare(Incoming file, IReadOnlySet<string> areas)
    {
        NetworkImport.Demand(file);
        if (!Plot.IsCode(file.Key))
        {
            throw new BadFileException(file.Keys.LineOf("id"), "«id» ของแปลงคือรหัสแปลง เช่น 3102-L-0001");
        }

        var (facts, profile) = (ReadFacts(file, areas), ReadProfile(file.Keys, file.Body));
        (string, string, string)[] links =
        [
            .. facts.Centre.Length > 0 ? [("centre", facts.Centre, "centre")] : Array.Empty<(string, string, string)>(),
            .. profile.History.Where(s => s.By.Length > 0).Select(s => ("plot", s.By, "history")),
        ];
        return new Prepared(file, 4, links, async (db, known, now, cancellationToken) =>
        {
            var plot = await NetworkImport.FindOrAddAsync(db.Plots, p => p.Code == file.Key, () => Plot.Create(file.Key), known, cancellationToken);
            plot?.Write(facts, profile, Actor.System, now);
            return plot?.Version + 1;
        });
    }

    public static string Write(Plot plot)
    {
        var profile = plot.Profile;
        return new FrontMatterWriter()
            .Text("id", plot.Code)
            .Text("type", "plot")
            .Text("title", plot.Name)
            .Code<PlotKind>("kind", plot.Kind)
            .Number("round", plot.Round)
            .Text("area", plot.AreaCode)
            .Text("size", plot.Size.ToString())
            .Number("khok", profile.Khok, 0)
            .Number("nong", profile.Nong, 0)
            .Number("na", profile.Na, 0)
            .Codes("soils", profile.Soils)
            .Codes("waters", profile.Waters)
            .Text("household", profile.Household)
            .Text("centre", plot.CentreKey)
            .Rows("history", profile.History, (row, s) =>
                row.Code<PlotState>("state", s.State).Day("on", s.On).Text("reason", s.Reason).Text("by", s.By))
            .Flag("synthetic", plot.IsSynthetic)
            .File(profile.Body);
    }

    private static PlotFacts ReadFacts(Incoming file, IReadOnlySet<string> areas) => new(
        file.Keys.Line1("title"),
        file.Keys.Code("kind", PlotKind.Hlm),
        file.Keys.Int("round") ?? throw new BadFileException(file.Keys.LineOf("round"), "แปลงต้องบอกปีงบประมาณ «round» เป็น ค.ศ. เช่น 2021"),
        file.Area(areas),
        LandSize.TryParse(file.Keys.Text("size"), out var size)
            ? size
            : throw new BadFileException(file.Keys.LineOf("size"), "แปลงต้องบอกขนาด «size» เป็น ไร่-งาน-ตารางวา เช่น 3-2-50"),
        file.Keys.Text("centre"),
        file.Keys.Flag("synthetic"));

    private static PlotProfile ReadProfile(FrontMatter keys, string body) => new()
    {
        History = [.. keys.Rows("history").Select(s => new PlotStep(
            s.CodeOrNull<PlotState>("state") ?? throw new BadFileException(s.Line, "แต่ละขั้นต้องบอกสถานะ «state»"),
            s.Day("on") ?? throw new BadFileException(s.Line, "แต่ละขั้นต้องบอกวันที่ «on»"),
            s.Line1("reason"),
            s.Text("by")))],
        Khok = keys.Int("khok") ?? 0,
        Nong = keys.Int("nong") ?? 0,
        Na = keys.Int("na") ?? 0,
        Soils = keys.Codes<Soil>("soils"),
        Waters = keys.Codes<Water>("waters"),
        Household = keys.Line1("household"),
        Body = EntryRules.Block(body),
    };
}
