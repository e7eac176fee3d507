using KhokNongNa.Web.Security;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>Who may do what: the table of the code, for reading.</summary>
public sealed class RolesModel(CurrentMember current) : StudioPage(current);
