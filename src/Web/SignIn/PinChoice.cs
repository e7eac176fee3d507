namespace KhokNongNa.Web.SignIn;

/// <summary>A form in which a member chooses a PIN.</summary>
/// <param name="Action">Where it is sent.</param>
public sealed record PinChoice(string Action, SignInForm Form, IReadOnlyList<(string Field, string Message)> Wrong)
{
    public IEnumerable<string> WrongAt(string field) => Wrong.Where(w => w.Field == field).Select(w => w.Message);
}
