using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Privacy;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Web.Studio.Consents;

/// <summary>A way to reach a sage as it was typed.</summary>
public sealed class ContactForm
{
    public ContactChannel Channel { get; set; }

    public string Value { get; set; } = "";

    public Visibility Visibility { get; set; } = Visibility.Staff;

    public string BestTime { get; set; } = "";

    /// <param name="isNew">Else an empty value leaves the one that is there, which the form does not show.</param>
    internal ContactDetails Read(bool isNew) => new(Channel, isNew || Value.Trim().Length > 0 ? Value : null, Visibility, BestTime);
}

/// <summary>The fields of a channel.</summary>
/// <param name="IsNew">Whether its kind can be chosen still.</param>
public sealed record ContactFields(ContactForm Form, bool IsNew, IReadOnlyList<(string Field, string Message)> Wrong);
