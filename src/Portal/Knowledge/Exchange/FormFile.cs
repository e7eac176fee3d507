using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Portal.Knowledge.Exchange;

/// <summary>Form definitions as files: a version a file, <c>sage-1.md</c>.</summary>
internal static class FormFile
{
    public static Prepared Prepare(Incoming file, IReadOnlySet<string> areas)
    {
        NetworkImport.Demand(file);
        var keys = file.Keys;
        var kind = keys.CodeOrNull<FormKind>("form") ?? throw new BadFileException(keys.LineOf("form"), "แบบฟอร์มต้องบอก «form»: sage plot centre selection");
        var (number, title, note) = (keys.Int("version") ?? 1, keys.Line1("title"), EntryRules.Block(file.Body));
        var area = keys.Text("area");
        if (area.Length > 0 && !areas.Contains(area))
        {
            throw new BadFileException(keys.LineOf("area"), $"ไม่พบรหัสพื้นที่ «{area}»");
        }

        var fields = keys.Rows("fields").Select(ReadField).ToList();
        return new Prepared(file, 0, [], async (db, known, now, cancellationToken) =>
        {
            if (await NetworkImport.FindOrAddAsync(db.FormDefinitions, f => f.Key == file.Key, () => FormDefinition.Create(file.Key), known, cancellationToken) is not { } form)
            {
                return null;
            }

            form.Write(kind, number, area, title, note, fields, Actor.System, now);
            return form.Version + 1;
        });
    }

    public static string Write(FormDefinition form) => new FrontMatterWriter()
        .Text("id", form.Key)
        .Text("type", "form")
        .Text("title", form.Title)
        .Code<FormKind>("form", form.Kind)
        .Number("version", form.Number)
        .Text("area", form.AreaCode)
        .Rows("fields", form.Fields, (row, f) => row
            .Text("code", f.Code)
            .Text("section", f.Section)
            .Text("label", f.Label)
            .Text("help", f.Help)
            .Flag("required", f.Required)
            .Number("weight", f.Weight, 0)
            .Code<Visibility>("visible", f.Visibility)
            .Code<FieldType>("answer", f.Type == FieldType.Known ? null : f.Type)
            .Texts("options", f.Options))
        .File(form.Source);

    private static FormField ReadField(FrontMatter row) => new(
        row.Text("code"),
        row.Line1("section"),
        row.Line1("label"),
        row.Line1("help"),
        row.Flag("required"),
        row.Int("weight") ?? 0,
        row.Code("visible", Visibility.Staff),
        row.Code("answer", FieldType.Known),
        [.. row.Texts("options").Select(EntryRules.Line)]);
}
