using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;

namespace KhokNongNa.Portal.Knowledge;

public sealed partial class Entry
{
    /// <summary>Pages: the page that it stands under. One that is not there (any more) counts as none, which is the top.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Pages: place among those beside it, at the top in the footer; small numbers first.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the actor may move the page: pages are arranged for the whole province, whatever area they belong to.</summary>
    public bool MayBePlaced(Actor actor) =>
        Type == EntryType.Page && (actor.May(Permission.Administer, "") || actor.May(Permission.Publish, AreaCode[..Math.Min(AreaCode.Length, 2)]));

    /// <summary>Moves a page for readers at once; that it fits there is for <see cref="PagePlacing"/>, which sees them all.</summary>
    internal void Place(Guid? parent, int position, Actor by, DateTimeOffset now)
    {
        if (!MayBePlaced(by))
        {
            throw Forbidden;
        }

        Stand(parent, position, by, now);
    }

    /// <summary>Makes room for a page that is moved beside it.</summary>
    internal void StepAside(int position, Actor by, DateTimeOffset now) => Stand(ParentId, position, by, now);

    private void Stand(Guid? parent, int position, Actor by, DateTimeOffset now)
    {
        if ((parent, position) != (ParentId, Position))
        {
            (ParentId, Position) = (parent, position);
            Record(Verbs.EntryPlaced, by, now, ("parent", parent), ("position", position));
        }
    }
}
