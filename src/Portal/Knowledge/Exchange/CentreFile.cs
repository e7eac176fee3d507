using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Learning centres as files. Who answers for a centre, with the telephone number, never goes into one.</summary>
internal static class CentreFile
{
    public static Prepared Prepare(Incoming file, IReadOnlySet<string> areas)
    {
        NetworkImport.Demand(file);
        var keys = file.Keys;
        var record = Read(keys, file.Area(areas), file.Body);
        var (register, history) = (RegisterKeys.Read(keys), ReadHistory(keys));
        (string, string, string)[] links =
        [
            .. record.Profile.Bases.Where(b => b.Base.Length > 0).Select(b => ("base", b.Base, "bases")),
            .. record.Profile.Bases.SelectMany(b => b.Leaders).Select(k => ("sage", k, "own_bases")),
        ];
        return new Prepared(file, 3, links, async (db, known, now, cancellationToken) =>
        {
            if (await NetworkImport.FindOrAddAsync(db.Centres, c => c.Key == file.Key, () => Centre.Create(file.Key), known, cancellationToken) is not { } centre)
            {
                return null;
            }

            await register.TakeAsync(db, centre, cancellationToken);
            centre.Restore(history);
            await db.PutAsync(centre, record, Actor.System, now, register.State, cancellationToken);
            return centre.Version + 1;
        });
    }

    public static string Write(Centre centre)
    {
        var (profile, hidden) = (centre.Profile, centre.Private);
        // Bases that say no more than their shared one are a plain list, as the seed has them.
        var plain = profile.Bases.Select((b, i) => b == Plain(b.Base, i)).All(same => same);
        var writer = new FrontMatterWriter()
            .Text("id", centre.Key)
            .Text("type", "centre")
            .Text("title", centre.Name)
            .Text("slug", FileSlug.Written(centre.Slug, centre.Name))
            .Text("summary", profile.Summary);
        return RegisterKeys.Write(writer, centre)
            .Code<CentreKind>("kind", profile.Kind)
            .Text("area", centre.AreaCode)
            .Number("moo", hidden.Moo)
            .Text("village", profile.Village)
            .Text("house", hidden.House)
            .Number("latitude", (decimal?)hidden.Latitude)
            .Number("longitude", (decimal?)hidden.Longitude)
            .Text("host", profile.Host)
            .Day("host_agreed", profile.HostAgreed)
            .Text("open", profile.Open)
            .Text("booking", profile.Booking)
            .Number("capacity", profile.Capacity)
            .Texts("facilities", profile.Facilities)
            .Texts("curriculum", profile.Curriculum)
            .Text("network", profile.Network)
            .Texts("bases", plain ? profile.Bases.Select(b => b.Base) : [])
            .Rows("own_bases", plain ? [] : profile.Bases, CentreBaseFile.Write)
            .Answers("answers", profile.Answers)
            .Answers("private_answers", hidden.Answers)
            .Rows("history", centre.History, (row, s) =>
                row.Code<CentreStage>("stage", s.Stage).Day("on", s.On).Text("reason", s.Reason).Text("form", s.Form).Number("score", s.Score)
                    .Texts("answers", RegisterKeys.InOrder(s.Answers ?? new Dictionary<string, string>()).Select(a => $"{a.Key}={a.Value}")))
            .Flag("synthetic", profile.Synthetic)
            .File(profile.Body);
    }

    private static CentreRecord Read(FrontMatter keys, string area, string body)
    {
        var own = keys.Rows("own_bases");
        return new(
            keys.Line1("title"),
            keys.Line1("slug"),
            area,
            new()
            {
                Kind = keys.Code("kind", CentreKind.Other),
                Summary = keys.Line1("summary"),
                Village = keys.Line1("village"),
                Host = keys.Line1("host"),
                HostAgreed = keys.Day("host_agreed"),
                Open = keys.Line1("open"),
                Booking = keys.Line1("booking"),
                Capacity = keys.Int("capacity"),
                Facilities = [.. keys.Texts("facilities").Select(EntryRules.Line)],
                Curriculum = [.. keys.Texts("curriculum").Select(EntryRules.Line)],
                Network = keys.Line1("network"),
                Bases = own.Count > 0 ? [.. own.Select(CentreBaseFile.Read)] : [.. keys.Texts("bases").Select(Plain)],
                Answers = RegisterKeys.ReadAnswers(keys, "answers"),
                Synthetic = keys.Flag("synthetic"),
                Body = EntryRules.Block(body),
            },
            new()
            {
                Moo = keys.Int("moo"),
                House = keys.Line1("house"),
                Latitude = (double?)keys.Decimal("latitude"),
                Longitude = (double?)keys.Decimal("longitude"),
                Answers = RegisterKeys.ReadAnswers(keys, "private_answers"),
            });
    }

    private static IReadOnlyList<CentreStep> ReadHistory(FrontMatter keys) =>
        [.. keys.Rows("history").Select(s => new CentreStep(
            s.CodeOrNull<CentreStage>("stage") ?? throw new BadFileException(s.Line, "แต่ละขั้นต้องบอก «stage»"),
            s.Day("on") ?? throw new BadFileException(s.Line, "แต่ละขั้นต้องบอกวันที่ «on»"),
            s.Line1("reason"),
            s.Text("form"),
            s.Int("score"),
            s.Texts("answers").Select(a => a.Split('=', 2)).Where(a => a.Length == 2).DistinctBy(a => a[0]).ToDictionary(a => a[0], a => a[1])))];

    private static CentreBase Plain(string key, int at) => new() { Number = at + 1, Base = key };
}
