using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Programme;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Forms;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>The registers, and the plan that is kept like one, by the last part of their address.</summary>
public static class RegisterDesks
{
    public static readonly RegisterDesk Sages = new RegisterDesk<Sage, SageRecord>(
        "sages", FormKind.Sage, "ทะเบียนปราชญ์", "ปราชญ์", SageForm.Instance, id => Sage.Create(null, null, id));

    public static readonly RegisterDesk Plots = new RegisterDesk<Plot, PlotRecord>(
        "plots", FormKind.Plot, "ทะเบียนแปลง", "แปลง", PlotForm.Instance, id => Plot.Create(null, id));

    public static readonly RegisterDesk Centres = new RegisterDesk<Centre, CentreRecord>(
        "centres", FormKind.Centre, "ทะเบียนศูนย์เรียนรู้", "ศูนย์เรียนรู้", CentreForm.Instance, id => Centre.Create(null, id));

    public static readonly RegisterDesk Activities = new RegisterDesk<Activity, ActivityRecord>(
        "activities", FormKind.Activity, "แผนกิจกรรมที่ 4", "กิจกรรม", ActivityForm.Instance, id => Activity.Create(id));

    public static IReadOnlyList<RegisterDesk> All { get; } = [Sages, Plots, Centres, Activities];

    public static RegisterDesk? Find(string? path) => All.FirstOrDefault(d => d.Path == path);
}

/// <summary>A part of an address that names a register: <c>{register:register}</c>.</summary>
public sealed class RegisterConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        RegisterDesks.Find(values[routeKey]?.ToString()) is not null;
}
