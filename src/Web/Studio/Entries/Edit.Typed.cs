using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Knowledge;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>What is typed and not saved: kept every few seconds where there is script, offered when the form is opened again.</summary>
public sealed partial class EditModel
{
    // Which form it is, and nobody's typing.
    private static readonly HashSet<string> NotTyped = ["__RequestVerificationToken", "act"];

    /// <summary>When something was typed here that was not saved; <c>null</c> → nothing.</summary>
    public DateTimeOffset? TypedAt { get; private set; }

    /// <summary>Whether the form shows what was typed and not saved.</summary>
    public bool ShowsTyped { get; private set; }

    /// <summary>Who else has the text open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public string Address => Id is { } id ? $"/studio/entries/{id}/edit" : $"/studio/entries/new?type={Type.Code()}";

    private string FormName => EditingSession.FormOf(Id, Type);

    private async Task FindTypedAsync(bool wanted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.TypedAsync(MemberId, FormName, cancellationToken) is { } session)
        {
            TypedAt = session.TypedAt;
            if (wanted)
            {
                var fields = new FormCollection(session.Fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Text)])));
                Form = new();
                ShowsTyped = await TryUpdateModelAsync(Form, nameof(Form), new FormValueProvider(BindingSource.Form, fields, CultureInfo.InvariantCulture));
            }
        }

        if (Id is { } id)
        {
            await db.OpenAsync(MemberId, FormName, now, cancellationToken);
            Others = await db.OthersAtAsync(id, MemberId, now, cancellationToken);
        }
    }

    // For the script: says what to show in the line beside the buttons.
    private async Task<IActionResult> KeepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        string message;
        try
        {
            var fields = Request.Form.Where(f => !NotTyped.Contains(f.Key)).SelectMany(f => f.Value.Select(v => new TypedField(f.Key, v ?? ""))).ToList();
            if (fields.Count == 0)
            {
                await db.OpenAsync(MemberId, FormName, now, cancellationToken);
                message = "";
            }
            else
            {
                await db.KeepTypedAsync(MemberId, FormName, fields, now, cancellationToken);
                message = $"เก็บสิ่งที่พิมพ์ให้แล้ว {Dates.Time(now)} ยังไม่ได้บันทึกเป็นร่าง";
            }
        }
        catch (PortalException refusal)
        {
            message = refusal.Message;
        }

        Others = Id is { } id ? await db.OthersAtAsync(id, MemberId, now, cancellationToken) : [];
        return new JsonResult(new { message, others = Others.Count > 0 ? $"{string.Join(" และ ", Others)} กำลังแก้เรื่องนี้อยู่" : "" });
    }
}
