using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Privacy;

namespace KhokNongNa.Portal.Network;

public sealed partial class Sage
{
    /// <param name="isSelf">Whether the actor is this person; who calls this asked the database (<see cref="OwnConsents.OwnSages"/>).</param>
    /// <returns>The consent, to be added to the database.</returns>
    public Consent Consent(ConsentGift gift, Actor by, DateTimeOffset now, bool isSelf = false)
    {
        DemandSelfOrOffice(by, isSelf);
        Record(Verbs.ConsentGiven, by, now, ("purpose", gift.Purpose), ("method", gift.Method), ("on", gift.Given), ("until", gift.Expires), ("asset", gift.EvidenceId));
        return new Consent(Id, gift, by.Id, JournalChain.Truncate(now));
    }

    /// <summary>Takes a consent back. Without the consent to be shown the page has to be published anew after it is given again.</summary>
    /// <param name="isSelf">Whether the actor is this person.</param>
    /// <param name="another">Whether another consent for the same purpose goes on standing: one that was corrected or given for longer.</param>
    public void Withdraw(Consent consent, Actor by, DateTimeOffset now, bool isSelf = false, bool another = false)
    {
        DemandSelfOrOffice(by, isSelf);
        End(consent, another, Verbs.ConsentWithdrawn, by, now);
    }

    /// <summary>A consent whose last day is over ends by itself.</summary>
    /// <inheritdoc cref="Withdraw"/>
    internal void Expire(Consent consent, DateTimeOffset now, bool another = false) => End(consent, another, Verbs.ConsentExpired, Actor.System, now);

    /// <summary>Puts the page before readers.</summary>
    /// <param name="mayBeShown">Whether the consent to show name and story stands.</param>
    public void Publish(bool mayBeShown, Actor by, DateTimeOffset now)
    {
        DemandOffice(by);
        if (!IsAccepted || !mayBeShown)
        {
            throw new PortalException("sage.not-ready", IsAccepted ? "ยังเผยแพร่ไม่ได้ เพราะยังไม่มีความยินยอมให้เผยแพร่ชื่อและประวัติ" : "ยังเผยแพร่ไม่ได้ เพราะทะเบียนยังไม่ได้รับรอง");
        }

        if (!IsPublished)
        {
            IsPublished = true;
            Record(Verbs.SagePublished, by, now, ("area", AreaCode));
        }
    }

    /// <summary>Takes the page away from readers.</summary>
    public void Hide(Actor by, DateTimeOffset now)
    {
        DemandOffice(by);
        TakeAway(by, now);
    }

    /// <summary>The sage died: the page becomes one of remembrance, lessons stay. Contact data goes with it: <see cref="SageContacts.RememberAsync"/>.</summary>
    internal void Remember(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        if (!IsDeceased)
        {
            Amend(r => r with { Profile = r.Profile with { Deceased = true } });
            Record(Verbs.SageDeceased, by, now, ("area", AreaCode));
        }
    }

    /// <summary>Somebody made sure that the record still holds.</summary>
    public void Confirm(DateOnly on, Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        if (on > ThaiTime.Day(now) || on < ConfirmedOn)
        {
            throw new PortalException("sage.confirmed", "วันที่ยืนยันต้องไม่อยู่ในอนาคต และไม่ก่อนครั้งที่แล้ว", "Confirmed");
        }

        ConfirmedOn = on;
        Record(Verbs.SageConfirmed, by, now, ("on", on));
    }

    /// <summary>Records what was done with the sage's contact data, which is rows of its own.</summary>
    internal void Happened(Verb verb, Actor by, DateTimeOffset now, params ReadOnlySpan<(string Key, object? Value)> facts) => Record(verb, by, now, facts);

    /// <summary>What a file says of publication and confirmation.</summary>
    internal void Restore(bool published, DateOnly? confirmed) => (IsPublished, ConfirmedOn) = (published, confirmed);

    /// <summary>The sage leaves; who removes the row calls this first. Consents go with it.</summary>
    internal void Remove(Actor by, DateTimeOffset now)
    {
        Demand(by, AreaCode);
        Record(Verbs.SageRemoved, by, now, ("area", AreaCode));
    }

    private void End(Consent consent, bool another, Verb verb, Actor by, DateTimeOffset now)
    {
        if (!consent.IsStanding)
        {
            throw new PortalException("consent.ended", "ความยินยอมนี้สิ้นสุดไปแล้ว");
        }

        consent.Withdraw(JournalChain.Truncate(now));
        Record(verb, by, now, ("purpose", consent.Purpose));
        if (consent.Purpose == ConsentPurpose.Profile && !another)
        {
            TakeAway(by, now);
        }
    }

    private void TakeAway(Actor by, DateTimeOffset now)
    {
        if (IsPublished)
        {
            IsPublished = false;
            Record(Verbs.SageHidden, by, now, ("area", AreaCode));
        }
    }

    private void DemandSelfOrOffice(Actor by, bool isSelf)
    {
        if (!isSelf)
        {
            Demand(by, AreaCode);
        }
    }

    private void DemandOffice(Actor by)
    {
        if (!by.May(Permission.Certify, AreaCode))
        {
            throw new PortalException("sage.forbidden", "ท่านยังไม่มีสิทธิ์เผยแพร่หน้าของปราชญ์ในพื้นที่นี้");
        }
    }
}
