namespace KhokNongNa.Portal.Knowledge;

public static class StateNames
{
    public static string Name(this EntryState state) => state switch
    {
        EntryState.Draft => "ร่าง",
        EntryState.InReview => "รอตรวจ",
        EntryState.NeedsChanges => "ขอให้แก้",
        EntryState.Approved => "ผ่านการตรวจ",
        EntryState.Scheduled => "ตั้งเวลาไว้",
        EntryState.Published => "เผยแพร่แล้ว",
        EntryState.Archived => "เลิกเผยแพร่",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
