using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme.Links;
using KhokNongNa.Portal.Registers.Forms;
using KhokNongNa.Web.Studio;

namespace KhokNongNa.Web.Collecting;

/// <summary>What is asked of who proposes a centre: which plot, and why.</summary>
/// <param name="Plots">Of the district, those that no centre was made of.</param>
public sealed record CentreFields(IReadOnlyList<LinkPlot> Plots, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyList<(string Field, string Message)> Wrong)
{
    public string Value(string code) => Values.GetValueOrDefault(code, []) is [.., var last] ? last : "";

    public IEnumerable<string> At(string code) => Wrong.At(code);

    public static string Label(string code) => code == "name" ? "ชื่อศูนย์" : "เหตุผล";

    /// <summary>Reads what was typed; a centre without a name is called after its plot until the office knows better.</summary>
    public static CentreProposal Read(FieldValues values, IReadOnlyList<LinkPlot> plots, Guid centre)
    {
        var (name, reason) = (values.Line("name"), values.Line("reason"));
        var plot = values.Chosen("plot") is [var chosen, ..] ? plots.FirstOrDefault(p => p.Id.ToString() == chosen) : null;
        if (plot is null)
        {
            values.Say("plot", "โปรดเลือกแปลงจากรายการ");
        }

        if (reason.Length == 0)
        {
            values.Say("reason", "โปรดบอกว่าเสนอเพราะอะไร");
        }

        return new(plot?.Id ?? Guid.Empty, centre, name.Length > 0 ? name : $"ศูนย์เรียนรู้แปลง {plot?.Number}", reason);
    }
}
