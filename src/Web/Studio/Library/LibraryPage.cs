using KhokNongNa.Portal.Identity;
using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio.Library;

/// <summary>A page of the picture library, for who writes somewhere.</summary>
public abstract class LibraryPage(CurrentMember current) : StudioPage(current)
{
    /// <summary>Which pictures are there for the member is said by each query.</summary>
    protected bool MayEnter => Actor.MaySomewhere(Permission.Write) || Actor.Tellers.Count > 0;
}
