namespace KhokNongNa.Portal.Network;

/// <summary>Where a plot stands in its life.</summary>
public enum PlotState
{
    /// <summary>สมัคร</summary>
    Applied,

    /// <summary>คัดเลือก</summary>
    Selected,

    /// <summary>ขุดแล้ว</summary>
    Dug,

    /// <summary>รับมอบ</summary>
    HandedOver,

    /// <summary>ดำเนินการ</summary>
    Operating,

    /// <summary>ถอนตัว</summary>
    Withdrawn,

    /// <summary>แทนที่โดยแปลงอื่น</summary>
    Replaced,
}

/// <summary>One step of a plot's life.</summary>
/// <param name="Reason">Why; required where the plot leaves the programme.</param>
/// <param name="By">Code of the plot that took its place; only with <see cref="PlotState.Replaced"/>.</param>
public sealed record PlotStep(PlotState State, DateOnly On, string Reason = "", string By = "");

/// <summary>The rules of a plot's life: which step may follow which, and what it has to say.</summary>
public static class PlotHistory
{
    private static readonly Dictionary<PlotState, PlotState[]> Next = new()
    {
        [PlotState.Applied] = [PlotState.Selected, PlotState.Withdrawn],
        [PlotState.Selected] = [PlotState.Dug, PlotState.Withdrawn],
        [PlotState.Dug] = [PlotState.HandedOver, PlotState.Withdrawn],
        [PlotState.HandedOver] = [PlotState.Operating, PlotState.Withdrawn],
        [PlotState.Operating] = [PlotState.Withdrawn],
        [PlotState.Withdrawn] = [PlotState.Replaced],
        [PlotState.Replaced] = [],
    };

    /// <summary>Steps that may follow.</summary>
    public static IReadOnlyList<PlotState> After(PlotState state) => Next[state];

    /// <summary>Whether the household is in the programme with this plot now: chosen, and neither gone nor replaced.</summary>
    public static bool IsStanding(this PlotState state) =>
        state is PlotState.Selected or PlotState.Dug or PlotState.HandedOver or PlotState.Operating;

    /// <param name="code">The plot's own register number; empty before it has one.</param>
    /// <exception cref="PortalException">A step may not follow the one before it, or does not say enough.</exception>
    public static void Demand(string code, IReadOnlyList<PlotStep> steps)
    {
        if (steps is not [{ State: PlotState.Applied }, ..])
        {
            throw Wrong("plot.history", "ประวัติของแปลงต้องเริ่มที่ «สมัคร»");
        }

        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (i > 0 && !Next[steps[i - 1].State].Contains(step.State))
            {
                throw Wrong("plot.step", $"จาก «{steps[i - 1].State.Name()}» ไปเป็น «{step.State.Name()}» ไม่ได้");
            }

            if (i > 0 && step.On < steps[i - 1].On)
            {
                throw Wrong("plot.order", $"วันที่ของ «{step.State.Name()}» อยู่ก่อนขั้นก่อนหน้า");
            }

            if (step.State is (PlotState.Withdrawn or PlotState.Replaced) && step.Reason.Length == 0)
            {
                throw Wrong("plot.reason", $"«{step.State.Name()}» ต้องบอกเหตุผล");
            }

            if ((step.State == PlotState.Replaced) != (step.By.Length > 0) || (code.Length > 0 && step.By == code))
            {
                throw Wrong("plot.by", "«แทนที่โดย» ต้องบอกรหัสของแปลงอื่นที่มาแทน และบอกเฉพาะเมื่อถูกแทนที่");
            }
        }
    }

    private static PortalException Wrong(string code, string message) => new(code, message, "history");
}
