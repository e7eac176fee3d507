using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Registers.Forms;

/// <summary>The form of the register of learning centres (domain.md 1.5B). Its bases have a page of their own.</summary>
public sealed class CentreForm : IRegisterForm<CentreRecord>
{
    public static CentreForm Instance { get; } = new();

    public CentreRecord Empty(string area) => new("", "", area, new() { Kind = CentreKind.Hlm }, new());

    public CentreRecord Keep(CentreRecord record, CentreRecord latest) => record;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fill(CentreRecord record)
    {
        var (profile, hidden) = (record.Profile, record.Private);
        return new Filled()
            .Set("name", record.Name)
            .Set("kind", profile.Kind.ToString())
            .Set("village.moo", hidden.Moo)
            .Set("village.name", profile.Village)
            .Set("house", hidden.House)
            .Set("position", AnswerText.Position(hidden.Latitude, hidden.Longitude))
            .Set("host.name", profile.Host)
            .Set("host.agreed", profile.HostAgreed is { } day ? BuddhistDate.Short(day) : "")
            .Set("contact.name", hidden.ContactName)
            .Set("contact.phone", PhoneNumber.Show(hidden.ContactPhone))
            .Set("summary", profile.Summary)
            .Lines("curriculum", profile.Curriculum)
            .Set("open", profile.Open)
            .Set("capacity", profile.Capacity)
            .Set("booking", profile.Booking)
            .Lines("facilities", profile.Facilities)
            .Set("network", profile.Network)
            .Set("story", profile.Body)
            .Own(profile.Answers)
            .Own(hidden.Answers)
            .Values;
    }

    public CentreRecord Read(FieldValues values, CentreRecord before, string area, FormDefinition form)
    {
        var (old, was) = (before.Profile, before.Private);
        var (north, east) = SageForm.ReadPosition(values, was.Latitude, was.Longitude);
        var (shown, hidden) = OwnAnswers.Read(values, form, old.Answers, was.Answers);
        return new(
            values.Has("name") ? values.Line("name") : before.Name,
            before.Slug,
            area,
            old with
            {
                Kind = values.Code<CentreKind>("kind") ?? old.Kind,
                Village = values.Has("village") ? values.Line("village.name") : old.Village,
                Host = values.Has("host") ? values.Line("host.name") : old.Host,
                HostAgreed = values.Has("host") ? ReadAgreed(values) : old.HostAgreed,
                Summary = values.Has("summary") ? values.Line("summary") : old.Summary,
                Curriculum = values.Has("curriculum") ? values.Lines("curriculum") : old.Curriculum,
                Open = values.Has("open") ? values.Line("open") : old.Open,
                Capacity = values.Has("capacity") ? values.Number("capacity", 1, 10_000) : old.Capacity,
                Booking = values.Has("booking") ? values.Line("booking") : old.Booking,
                Facilities = values.Has("facilities") ? values.Lines("facilities") : old.Facilities,
                Network = values.Has("network") ? values.Line("network") : old.Network,
                Answers = shown,
                Body = values.Has("story") ? values.Block("story") : old.Body,
            },
            was with
            {
                Moo = values.Has("village") ? values.Number("village.moo", 1, 99) : was.Moo,
                House = values.Has("house") ? values.Line("house") : was.House,
                Latitude = north,
                Longitude = east,
                ContactName = values.Has("contact") ? values.Line("contact.name") : was.ContactName,
                ContactPhone = values.Has("contact") ? ReadPhone(values) : was.ContactPhone,
                Answers = hidden,
            });
    }

    private static DateOnly? ReadAgreed(FieldValues values)
    {
        var day = values.Day("host.agreed");
        if (day > values.Today)
        {
            values.Say("host.agreed", "วันที่ยินยอมต้องไม่อยู่ในอนาคต");
        }

        return day;
    }

    private static string ReadPhone(FieldValues values)
    {
        var text = values.Line("contact.phone");
        if (text.Length == 0)
        {
            return "";
        }

        if (PhoneNumber.TryRead(text, out var digits, out var why))
        {
            return digits;
        }

        values.Say("contact.phone", why);
        return "";
    }
}
