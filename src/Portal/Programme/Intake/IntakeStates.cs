namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>How far a sheet has come that somebody is taking into a register.</summary>
public enum IntakeState
{
    /// <summary>Its rows are being put away; one that stays so was cut off and goes.</summary>
    Taking,

    /// <summary>Somebody has to say which column is which.</summary>
    Columns,

    /// <summary>Rows are being looked at; nothing is written in the register.</summary>
    Judging,

    /// <summary>Verdicts are there; the good rows may be accepted, the others put right.</summary>
    Reviewing,

    /// <summary>Good rows are being written.</summary>
    Writing,

    /// <summary>No row is left that could still go in.</summary>
    Done,

    /// <summary>What was written is being taken back.</summary>
    Undoing,

    /// <summary>What was written is taken back, but what others went on with.</summary>
    Undone,
}

/// <summary>What was found out about a row of a sheet, and what became of it.</summary>
public enum RowState
{
    /// <summary>Not looked at yet.</summary>
    Unread,

    /// <summary>A new record, or new values for one that is there.</summary>
    Ready,

    /// <summary>Something has to be put right.</summary>
    Wrong,

    /// <summary>May be somebody who is in the register, or in the sheet, already.</summary>
    Alike,

    /// <summary>The record was written by others after the sheet was filled from it.</summary>
    Conflict,

    /// <summary>Says what the register says already.</summary>
    Same,

    /// <summary>Somebody left it out.</summary>
    Skipped,

    /// <summary>Is in the register.</summary>
    Written,

    /// <summary>Was in the register and was taken back.</summary>
    Undone,
}

/// <summary>What somebody said about a row that may be somebody who is there already.</summary>
public enum RowChoice
{
    None,

    /// <summary>คนละคน: a record of its own.</summary>
    Apart,

    /// <summary>คนเดียวกัน: the sheet's values go into the record that is there.</summary>
    Into,
}

/// <summary>Thai words for the states.</summary>
public static class IntakeStateNames
{
    public static string Name(this IntakeState value) => value switch
    {
        IntakeState.Taking => "กำลังรับตาราง",
        IntakeState.Columns => "รอจับคู่คอลัมน์",
        IntakeState.Judging => "กำลังตรวจ",
        IntakeState.Reviewing => "ตรวจแล้ว รอตัดสินใจ",
        IntakeState.Writing => "กำลังนำเข้า",
        IntakeState.Done => "นำเข้าครบแล้ว",
        IntakeState.Undoing => "กำลังย้อน",
        IntakeState.Undone => "ย้อนแล้ว",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Name(this RowState value) => value switch
    {
        RowState.Unread => "ยังไม่ได้ตรวจ",
        RowState.Ready => "นำเข้าได้",
        RowState.Wrong => "ต้องแก้",
        RowState.Alike => "อาจซ้ำ",
        RowState.Conflict => "แก้ชนกัน",
        RowState.Same => "เหมือนเดิม",
        RowState.Skipped => "ข้าม",
        RowState.Written => "นำเข้าแล้ว",
        RowState.Undone => "ย้อนแล้ว",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Whether somebody has still to do something about the row.</summary>
    public static bool IsOpen(this RowState value) => value is RowState.Unread or RowState.Ready or RowState.Wrong or RowState.Alike or RowState.Conflict;
}
