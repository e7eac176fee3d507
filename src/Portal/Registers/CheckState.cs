namespace KhokNongNa.Portal.Registers;

/// <summary>How far the latest wording of a register record has come: ร่าง → ส่ง → ตรวจแล้ว หรือ ตีกลับ → รับรอง (domain.md L17).</summary>
public enum CheckState
{
    /// <summary>ร่าง</summary>
    Draft,

    /// <summary>ส่งตรวจ</summary>
    Submitted,

    /// <summary>ตีกลับให้แก้</summary>
    Returned,

    /// <summary>ตรวจแล้วถูกต้อง by somebody who did not write it.</summary>
    Checked,

    /// <summary>รับรอง by the office; a register number is drawn the first time.</summary>
    Accepted,
}

/// <summary>Thai words for the states.</summary>
public static class CheckStateNames
{
    public static string Name(this CheckState value) => value switch
    {
        CheckState.Draft => "ร่าง",
        CheckState.Submitted => "รอตรวจ",
        CheckState.Returned => "ตีกลับให้แก้",
        CheckState.Checked => "ตรวจแล้ว รอรับรอง",
        CheckState.Accepted => "รับรองแล้ว",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
