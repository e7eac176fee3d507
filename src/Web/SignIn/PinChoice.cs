namespace KhokNongNa.Web.SignIn;

/// <summary>A form in which a member chooses a PIN.</summary>
/// <param name="Action">Where it is sent.</param>
public sealed record PinChoice(string Action, SignInForm Form, IReadOnlyList<(string Field, string Message)> Wrong);
