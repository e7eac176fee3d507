namespace KhokNongNa.Web.Studio.Members;

/// <summary>The part of a form that says what somebody is, where, and until when.</summary>
public sealed record RoleFields(MemberForm Form, MemberChoices Choices, IReadOnlyList<(string Field, string Message)> Wrong);
