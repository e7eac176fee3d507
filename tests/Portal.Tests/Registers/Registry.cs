using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Tests.Databases;

namespace KhokNongNa.Portal.Tests.Registers;

/// <summary>Small things to build tests of the registers from.</summary>
internal static class Registry
{
    /// <summary>A form for each register: name and area are required, another field counts too.</summary>
    public static Task FormsAsync(this TestPortal portal) => portal.Write(db =>
    {
        foreach (var (kind, other) in ((FormKind, string)[])[(FormKind.Sage, "nickname"), (FormKind.Plot, "household"), (FormKind.Centre, "open")])
        {
            db.FormDefinitions.Add(Form(kind, Field("name", 50), Field("area", 30), Field(other, 20) with { Required = false }));
        }
    });

    public static FormDefinition Form(FormKind kind, params FormField[] fields) => Form(kind, 1, "", fields);

    public static FormDefinition Form(FormKind kind, int number, string area, params FormField[] fields)
    {
        var form = FormDefinition.Create($"{kind}-{area}-{number}".ToLowerInvariant());
        form.Write(kind, number, area, "แบบทดสอบ", "", fields, Actor.System, DateTimeOffset.UnixEpoch);
        return form;
    }

    public static FormField Field(string code, int weight, FieldType type = FieldType.Known, params string[] options) =>
        new(code, "หมวด", $"ช่อง {code}", "", Required: true, weight, Visibility.Staff, type, options);

    public static PlotRecord Plot(string name, string area = "310427") => new(
        new(name, PlotKind.Hlm, 2021, area, new LandSize(400), "", Synthetic: false),
        new() { History = [new(PlotState.Applied, new DateOnly(2021, 1, 1))] });
}
