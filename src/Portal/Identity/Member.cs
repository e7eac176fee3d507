using KhokNongNa.Portal.Journal;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Thai;

namespace KhokNongNa.Portal.Identity;

/// <summary>Somebody who can sign in. What readers of the register see of a sage is not here.</summary>
public sealed partial class Member : Aggregate
{
    public const int NameLength = 120;

    // Only for adding: what a member was called before is read by the audit alone.
    private readonly List<MemberRevision> _revisions = [];

    private Member() { }

    public string Name { get; private set; } = "";

    /// <summary>What a search for the name compares; see <see cref="ThaiName.Key"/>.</summary>
    public string NameKey { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>Number on the slip; <c>null</c> once the person is erased.</summary>
    public string? SignInNumber { get; private set; }

    /// <summary>Key of the sage of the register that this member is; empty for everybody else.</summary>
    public string SageKey { get; private set; } = "";

    /// <summary>Whether readers may see the name beside texts that the member wrote down for others. The member's own choice.</summary>
    public bool ShowsName { get; private set; }

    public int RevisionNumber { get; private set; }

    /// <summary>When somebody closed the membership; such a one cannot sign in.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the person was erased: name, number and contact are gone, the journal keeps the random id.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Last day in Bangkok on which the member was here; <c>null</c> → never.</summary>
    public DateOnly? LastSeen { get; private set; }

    /// <summary>Changes when every session has to end at once.</summary>
    public Guid Stamp { get; private set; }

    public bool IsOpen => ClosedAt is null && ErasedAt is null;

    /// <param name="area">Official code that the role holds in; empty for the whole country.</param>
    public static Member Join(string name, Role role, string area, Actor by, DateTimeOffset now, string centre = "", DateOnly? until = null)
    {
        var member = new Member { SignInNumber = Identity.SignInNumber.Draw(), Stamp = Unguessable.Id() };
        member.Give(role, area, centre, until, by, now, Verbs.MemberJoined);
        member.Call(name, "", by, now, revises: false);
        return member;
    }

    /// <summary>Draws another number, when the first is taken or there is none.</summary>
    internal void DrawNumber() => SignInNumber = Identity.SignInNumber.Draw();

    /// <summary>Writes name and place in the register of sages.</summary>
    public void Write(string name, string sageKey, Actor by, DateTimeOffset now)
    {
        Demand(by, now);
        if ((EntryRules.Line(name), sageKey) != (Name, SageKey))
        {
            Call(name, sageKey, by, now, revises: true);
        }
    }

    /// <summary>The record of the register that this member is was merged into another.</summary>
    internal void FollowSage(string sageKey, Actor by, DateTimeOffset now) => Call(Name, sageKey, by, now, revises: true);

    /// <summary>The member's own choice.</summary>
    public void ShowName(bool shows, DateTimeOffset now)
    {
        if (ShowsName != shows)
        {
            ShowsName = shows;
            Record(Verbs.MemberShownChosen, new Actor(Id, []), now, ("shown", shows));
        }
    }

    public void Close(Actor by, DateTimeOffset now)
    {
        Demand(by, now);
        if (IsOpen)
        {
            ClosedAt = JournalChain.Truncate(now);
            EndSessions();
            Record(Verbs.MemberClosed, by, now);
        }
    }

    public void Reopen(Actor by, DateTimeOffset now)
    {
        Demand(by, now);
        if (ClosedAt is not null && ErasedAt is null)
        {
            ClosedAt = null;
            Record(Verbs.MemberReopened, by, now);
        }
    }

    /// <summary>Every session of every device ends with the next request.</summary>
    public void SignOutEverywhere(Actor by, DateTimeOffset now)
    {
        EndSessions();
        Record(Verbs.MemberSignedOutEverywhere, by, now);
    }

    internal void EndSessions() => Stamp = Unguessable.Id();

    internal void SeenOn(DateOnly day) => LastSeen = day;

    /// <summary>What is left of a person who asked to be forgotten. Who calls this removes revisions, contact, PIN, devices and links.</summary>
    internal void Erase(Actor by, DateTimeOffset now)
    {
        Demand(by, now);
        (Name, NameKey, SortKey, SageKey, SignInNumber, ShowsName, LastSeen) = ("", "", "", "", null, false, null);
        ErasedAt = JournalChain.Truncate(now);
        _roles.Clear();
        EndSessions();
        Record(Verbs.MemberErased, by, now);
    }

    /// <summary>The sage of the register whom the member was is no longer there.</summary>
    internal void LeaveRegister(Actor by, DateTimeOffset now) => Call(Name, "", by, now, revises: true);

    /// <summary>Records what was done with the member's PIN, devices, links and contact, which are rows of their own.</summary>
    internal void Happened(Verb verb, Actor by, DateTimeOffset now, params ReadOnlySpan<(string Key, object? Value)> facts) => Record(verb, by, now, facts);

    private void Call(string name, string sageKey, Actor by, DateTimeOffset now, bool revises)
    {
        var line = EntryRules.Line(name);
        if (!ThaiText.HasLetterOrDigit(line) || line.Length > NameLength)
        {
            throw new PortalException("member.name", $"โปรดใส่ชื่อและนามสกุล (ไม่เกิน {NameLength} ตัวอักษร)", "Name");
        }

        CitizenNumber.Demand("ชื่อ", line, "Name");
        (Name, NameKey, SortKey, SageKey) = (line, ThaiName.Key(line), ThaiSort.Key(line), sageKey);
        RevisionNumber++;
        _revisions.Add(new MemberRevision { MemberId = Id, Number = RevisionNumber, Name = Name, SageKey = SageKey, At = JournalChain.Truncate(now) });
        if (revises)
        {
            Record(Verbs.MemberWritten, by, now, ("revision", RevisionNumber));
        }
    }
}
