using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Network;

public sealed partial class Sage
{
    /// <summary>Takes over what stands beside the wording of another record of the same person. Who calls this writes the new wording and moves the rows.</summary>
    internal void Absorb(Sage other, Actor by, DateTimeOffset now)
    {
        DemandMerger(by);
        other.DemandMerger(by);
        if (Profile.Synthetic != other.Profile.Synthetic)
        {
            throw new PortalException("merge.synthetic", "รวมข้อมูลสมมติเข้ากับคนจริงไม่ได้");
        }

        if (Number is null && other.Number is not null)
        {
            throw new PortalException("merge.number", "รายการที่มีเลขทะเบียนต้องเป็นรายการที่เก็บไว้ โปรดสลับข้าง");
        }

        if (other.IsDeceased)
        {
            Remember(by, now);
        }

        ConfirmedOn = ConfirmedOn > other.ConfirmedOn || other.ConfirmedOn is null ? ConfirmedOn : other.ConfirmedOn;
    }

    /// <summary>This record goes into another one; who removes the row calls this first.</summary>
    internal void MergeInto(Sage kept, Actor by, DateTimeOffset now) =>
        Record(Verbs.SageMerged, by, now, ("area", AreaCode), ("into", kept.Id), ("number", Number?.ToLowerInvariant()));

    private void DemandMerger(Actor by)
    {
        if (!by.May(Permission.Certify, AreaCode) || !by.May(Permission.Certify, LatestArea))
        {
            throw new PortalException("merge.forbidden", "ต้องมีสิทธิ์รับรองทะเบียนในพื้นที่ของทั้งสองรายการ จึงรวมได้");
        }
    }
}
