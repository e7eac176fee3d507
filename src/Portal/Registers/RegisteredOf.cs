using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Registers;

/// <typeparam name="T">What the record says: an immutable record that a form fills in and a revision keeps.</typeparam>
public abstract class Registered<T> : Registered
    where T : class
{
    /// <summary>A wording after the accepted one that is not accepted yet; <c>null</c> when there is none.</summary>
    public T? Draft { get; private set; }

    public override bool HasDraft => Draft is not null;

    /// <summary>The accepted wording; before the first acceptance the only one.</summary>
    public abstract T Shown { get; }

    /// <summary>What the forms are filled from.</summary>
    public T Latest => Draft ?? Shown;

    public override string LatestArea => AreaOf(Latest);

    /// <summary>Writes the record anew. What was accepted stays before readers until this is accepted too.</summary>
    /// <param name="form">Key of the form definition that it was filled in with.</param>
    /// <param name="state">Other than a draft only from files, which were checked where they come from.</param>
    /// <returns>The revision, to be added to the database.</returns>
    public RecordRevision Write(T record, string form, Actor by, DateTimeOffset now, CheckState state = CheckState.Draft)
    {
        var area = AreaOf(record);
        Demand(by, area);
        if (RevisionNumber > 0)
        {
            Demand(by, AreaCode);
        }

        if (state != CheckState.Draft && !by.May(Permission.PublishUnreviewed, area))
        {
            throw new PortalException("register.forbidden", "ต้องส่งให้คนที่สองตรวจก่อน");
        }

        DemandValid(record);
        if (IsAccepted && state != CheckState.Accepted)
        {
            Draft = record;
        }
        else
        {
            Take(record);
            Draft = null;
        }

        Wrote(area, form, by, now, state);
        return new()
        {
            SubjectId = Id, Number = RevisionNumber, FormKey = form, RecorderId = by.Id, At = JournalChain.Truncate(now), Text = JsonColumn.Write(record),
        };
    }

    /// <summary>The area that a wording says.</summary>
    internal string AreaIn(T record) => AreaOf(record);

    protected override void TakeLatest()
    {
        Take(Latest);
        Draft = null;
    }

    /// <summary>Changes what both wordings say, for what needs no check: a death, a step of a plot's life.</summary>
    protected void Amend(Func<T, T> change)
    {
        Take(change(Shown));
        Draft = Draft is null ? null : change(Draft);
    }

    protected abstract string AreaOf(T record);

    /// <exception cref="PortalException">The record breaks a rule of its register.</exception>
    protected virtual void DemandValid(T record)
    {
    }

    protected abstract void Take(T record);
}
