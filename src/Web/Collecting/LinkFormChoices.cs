using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Studio.Registers;

namespace KhokNongNa.Web.Collecting;

/// <summary>The form of a register as a link asks it: its smaller part, and choices that readers see anyway.</summary>
/// <param name="Whole">As the open round pins it.</param>
/// <param name="Fields">Those that are asked.</param>
/// <param name="Tambons">Of the district.</param>
public sealed record LinkFormChoices(RegisterDesk Desk, FormDefinition Whole, IReadOnlyList<FormField> Fields, IReadOnlyList<(string Code, string Name)> Tambons, RecordChoices Choices)
{
    public static async Task<LinkFormChoices> LoadAsync(PortalDb db, FoundLink found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (desk, district) = (found.Link.Kind == LinkKind.Sages ? RegisterDesks.Sages : RegisterDesks.Activities, found.Link.AreaCode);
        var form = await db.AskedFormAsync(desk.Kind, district, now, cancellationToken)
            ?? throw new Portal.PortalException("link.form", "ยังไม่มีแบบฟอร์มของเรื่องนี้ โปรดแจ้งสำนักงานพัฒนาชุมชนอำเภอ");
        var plans = desk.Kind == FormKind.Activity;
        return new(
            desk,
            form,
            CollectedFields.Of(form),
            [.. (await db.AreasWithinAsync(district, cancellationToken)).Select(a => (a.Code, a.ShortName))],
            new(
                plans ? [] : await RecordChoices.TopicsAsync(db, cancellationToken),
                [],
                [],
                [],
                plans ? [.. (await db.LinkPlotsAsync(district, isFree: false, cancellationToken)).Select(p => (p.Key, p.InWords))] : [],
                plans ? await db.LinkSagesAsync(district, cancellationToken) : []));
    }

    public string Label(string code) => Fields.FirstOrDefault(f => f.Code == code)?.Label ?? code;

    /// <summary>The tambon that was chosen; what is not in the district is said to be wrong.</summary>
    public string Area(FieldValues values)
    {
        var code = values.Chosen("area").FirstOrDefault("");
        if (Tambons.All(t => t.Code != code))
        {
            values.Say("area", "โปรดเลือกตำบล");
        }

        return code;
    }

    /// <summary>Reads what was typed, without writing it. Plots and sages that were not offered are none.</summary>
    public object Read(FieldValues values, string area)
    {
        var record = Desk.Read(values, null, area, Whole);
        if (record is SageRecord sage)
        {
            return sage with { Private = sage.Private with { Source = "กรอกผ่านลิงก์เก็บข้อมูล" } };
        }

        var activity = (ActivityRecord)record;
        if (activity.Profile.Plot.Length > 0 && Choices.Plots.All(p => p.Key != activity.Profile.Plot))
        {
            values.Say("plot", "โปรดเลือกแปลงจากรายการ");
        }

        return activity with { Profile = activity.Profile with { Sages = [.. activity.Profile.Sages.Where(key => Choices.Leaders.Any(l => l.Key == key))] } };
    }

    public RecordForm Form(IReadOnlyDictionary<string, IReadOnlyList<string>> values, IReadOnlyList<(string Field, string Message)> wrong) => new(
        Desk,
        Whole,
        // An empty row is none: the form shows one more than are filled in.
        values.Where(v => v.Value.Any(text => text.Length > 0)).ToDictionary(v => v.Key, v => v.Value),
        // In the order of the form, so that what is to be put right goes from top to bottom.
        [.. wrong.Distinct().OrderBy(w => Array.FindIndex([.. Fields], f => f.Code == w.Field.Split('.')[0]))],
        Array.Empty<string>().ToLookup(s => s),
        Choices,
        // The district is known: its tambons are one list, and this field is not shown.
        new("Area", "", "", Permission.Register, new(), [], [], [], [], []),
        null);
}
