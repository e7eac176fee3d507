namespace KhokNongNa.Portal;

/// <summary>A rule said no. <see cref="Exception.Message"/> is a Thai sentence for the person who acted.</summary>
/// <param name="code">Lasting name of the rule, such as <c>entry.own</c>; tests and logs use it.</param>
/// <param name="field">The form field that the message belongs beside, where there is one.</param>
public sealed class PortalException(string code, string message, string? field = null) : Exception(message)
{
    public string Code { get; } = code;

    public string? Field { get; } = field;
}
