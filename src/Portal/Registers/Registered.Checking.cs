using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Registers;

public abstract partial class Registered
{
    /// <summary>Sends the latest wording to be checked.</summary>
    /// <param name="required">Labels of required fields that are still empty.</param>
    public void Submit(IReadOnlyList<string> required, Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        if (State is not (CheckState.Draft or CheckState.Returned))
        {
            throw new PortalException("register.state", $"รายการนี้ {State.Name()} อยู่แล้ว ไม่ต้องส่งอีก");
        }

        if (required.Count > 0)
        {
            throw new PortalException("register.required", $"ยังส่งไม่ได้ ต้องกรอกก่อน: {string.Join(" · ", required)}");
        }

        State = CheckState.Submitted;
        Record(Happenings.Submitted, by, now, Facts());
    }

    /// <summary>Somebody who did not write it found it right.</summary>
    /// <param name="revision">The wording that the checker read.</param>
    public void Check(int revision, Actor by, DateTimeOffset now)
    {
        DemandChecker(Permission.Check, by, revision);
        DemandState(CheckState.Submitted);
        (State, CheckerId) = (CheckState.Checked, by.Id);
        Record(Happenings.Checked, by, now, Facts());
    }

    /// <summary>Asks the writer to put something right.</summary>
    /// <param name="remarks">At least one; field codes with what to put right.</param>
    /// <returns>Rows to be added to the database.</returns>
    public IReadOnlyList<RecordRemark> Return(int revision, IReadOnlyList<(string Field, string Text)> remarks, Actor by, DateTimeOffset now)
    {
        DemandChecker(Permission.Check, by, revision);
        if (State is not (CheckState.Submitted or CheckState.Checked))
        {
            throw Late();
        }

        if (remarks.Count == 0)
        {
            throw new PortalException("register.remark", "โปรดบอกว่าต้องแก้อะไร อย่างน้อยหนึ่งช่อง");
        }

        (State, CheckerId) = (CheckState.Returned, by.Id);
        Record(Happenings.Returned, by, now, Facts());
        return [.. remarks.Select(r => new RecordRemark
        {
            SubjectId = Id, Number = RevisionNumber, Field = r.Field, Text = r.Text, CheckerId = by.Id, At = JournalChain.Truncate(now),
        })];
    }

    /// <summary>The office stands by the record. The latest wording becomes what readers see.</summary>
    public void Accept(int revision, Actor by, DateTimeOffset now)
    {
        DemandChecker(Permission.Certify, by, revision);
        DemandState(CheckState.Checked);
        TakeLatest();
        (State, IsAccepted, WriterIds) = (CheckState.Accepted, true, []);
        Record(Happenings.Accepted, by, now, Facts());
    }

    /// <summary>Makes the latest wording the one that readers see.</summary>
    protected abstract void TakeLatest();

    private void DemandChecker(Permission permission, Actor by, int revision)
    {
        if (!by.May(permission, AreaCode))
        {
            throw new PortalException("register.forbidden", "ท่านยังไม่มีสิทธิ์ตรวจหรือรับรองทะเบียนในพื้นที่นี้");
        }

        if (WriterIds.Contains(by.Id))
        {
            throw new PortalException("register.own", "ท่านเป็นผู้บันทึกรายการนี้ จึงตรวจหรือรับรองเองไม่ได้ ต้องให้คนที่สองดู");
        }

        if (revision != RevisionNumber)
        {
            throw new PortalException("register.newer", "มีคนแก้รายการนี้ระหว่างที่ท่านอ่าน โปรดอ่านฉบับล่าสุดก่อน");
        }
    }

    private void DemandState(CheckState state)
    {
        if (State != state)
        {
            throw Late();
        }
    }

    private PortalException Late() => new("register.state", $"รายการนี้ {State.Name()} แล้ว อาจมีคนทำไปก่อนท่าน โปรดดูสถานะล่าสุด");

    private (string, object?)[] Facts() => [("area", AreaCode), ("revision", RevisionNumber), ("percent", Percent)];
}
