using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Plots as files; a register number as <c>id</c> is the plot's.</summary>
internal static class PlotFile
{
    public static Prepared Prepare(Incoming file, IReadOnlySet<string> areas)
    {
        NetworkImport.Demand(file);
        var record = new PlotRecord(ReadFacts(file, areas), ReadProfile(file.Keys, file.Body));
        var register = RegisterKeys.Read(file.Keys);
        if (register.Number.Length == 0 && Plot.IsCode(file.Key))
        {
            // The seed's plots are named by their register number.
            register = register with { Number = file.Key };
        }

        (string, string, string)[] links =
        [
            .. record.Facts.Centre.Length > 0 ? [("centre", record.Facts.Centre, "centre")] : Array.Empty<(string, string, string)>(),
            .. record.Profile.History.Where(s => s.By.Length > 0).Select(s => ("plot", s.By, "history")),
        ];
        return new Prepared(file, 4, links, async (db, known, now, cancellationToken) =>
        {
            if (await NetworkImport.FindOrAddAsync(db.Plots, p => p.Key == file.Key, () => Plot.Create(file.Key), known, cancellationToken) is not { } plot)
            {
                return null;
            }

            var steps = plot.Profile.History.Zip(record.Profile.History, (old, given) => old == given).TakeWhile(same => same).Count();
            await register.TakeAsync(db, plot, cancellationToken);
            await db.PutAsync(plot, record, Actor.System, now, register.State, cancellationToken);
            plot.RecordSteps(steps, Actor.System, now);
            return plot.Version + 1;
        });
    }

    public static string Write(Plot plot)
    {
        var (profile, writer) = (plot.Profile, new FrontMatterWriter().Text("id", plot.Key).Text("type", "plot").Text("title", plot.Name));
        return RegisterKeys.Write(writer, plot)
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
            .Text("land_right", profile.LandRight)
            .Text("drawing", profile.Drawing)
            .Text("growing", profile.Growing)
            .Number("income", profile.Income)
            .Number("saving", profile.Saving)
            .Text("centre", plot.CentreKey)
            .Answers("answers", profile.Answers)
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
        LandRight = keys.Line1("land_right"),
        Drawing = keys.Line1("drawing"),
        Growing = keys.Line1("growing"),
        Income = keys.Int("income"),
        Saving = keys.Int("saving"),
        Answers = RegisterKeys.ReadAnswers(keys, "answers"),
        Body = EntryRules.Block(body),
    };
}
