namespace KhokNongNa.Portal.Network;

/// <summary>Where a centre stands in its life.</summary>
public enum CentreStage
{
    /// <summary>เสนอชื่อ</summary>
    Candidate,

    /// <summary>คัดเลือกแล้ว</summary>
    Selected,

    /// <summary>เปิดให้เรียนรู้</summary>
    Active,

    /// <summary>พักไว้</summary>
    Suspended,
}

/// <summary>What follows from where a centre stands.</summary>
public static class CentreStages
{
    /// <summary>Whether a centre was chosen and is not suspended: such are shown, and count in a round.</summary>
    public static bool IsChosen(this CentreStage stage) => stage is CentreStage.Selected or CentreStage.Active;
}

/// <summary>One step of a centre's life.</summary>
/// <param name="Reason">Why; always said.</param>
/// <param name="Form">Key of the checklist that the score was reckoned by; empty without one.</param>
/// <param name="Score">Share of the checklist that is met, 0–100.</param>
/// <param name="Answers">What was found, by criterion.</param>
public sealed record CentreStep(CentreStage Stage, DateOnly On, string Reason, string Form = "", int? Score = null, IReadOnlyDictionary<string, string>? Answers = null);

/// <summary>The rules of a centre's life.</summary>
public static class CentreHistory
{
    private static readonly Dictionary<CentreStage, CentreStage[]> Next = new()
    {
        [CentreStage.Candidate] = [CentreStage.Candidate, CentreStage.Selected, CentreStage.Suspended],
        [CentreStage.Selected] = [CentreStage.Active, CentreStage.Suspended],
        [CentreStage.Active] = [CentreStage.Suspended],
        [CentreStage.Suspended] = [CentreStage.Candidate, CentreStage.Active],
    };

    /// <summary>Steps that may follow.</summary>
    public static IReadOnlyList<CentreStage> After(IReadOnlyList<CentreStep> history, CentreStage now) =>
        history.Count == 0 && now == CentreStage.Candidate ? [CentreStage.Candidate] : Next[now];

    /// <exception cref="PortalException">The step may not follow, or does not say enough.</exception>
    internal static void Demand(IReadOnlyList<CentreStep> history, CentreStage now, CentreStep step, DateOnly today)
    {
        if (!After(history, now).Contains(step.Stage))
        {
            throw new PortalException("centre.step", $"จาก «{now.Name()}» ไปเป็น «{step.Stage.Name()}» ไม่ได้", "stage");
        }

        if (step.Reason.Trim().Length is 0 or > 1000)
        {
            throw new PortalException("centre.reason", "โปรดบอกเหตุผล ไม่เกิน 1,000 ตัวอักษร", "reason");
        }

        if (step.On > today || (history.Count > 0 && step.On < history[^1].On))
        {
            throw new PortalException("centre.on", "วันที่ต้องไม่อยู่ในอนาคต และไม่ก่อนขั้นก่อนหน้า", "on");
        }

        if (step.Stage == CentreStage.Selected && step.Score is null)
        {
            throw new PortalException("centre.score", "ต้องให้คะแนนตามเกณฑ์ก่อน จึงคัดเลือกได้", "score");
        }
    }
}
