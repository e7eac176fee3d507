using KhokNongNa.Portal.Knowledge;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Two who saved: a field of the form says what the other one wrote.</summary>
public sealed partial class EditModel
{
    private async Task<IActionResult> TakeAsync(string field, CancellationToken cancellationToken)
    {
        // The conflict made their revision the one that this form goes on from.
        if (Id is not { } id || await db.RevisionAsync(id, Form.Base, cancellationToken) is not { } theirs || FieldNames.Name(field).Length == 0)
        {
            return NotFound();
        }

        Form.Take(field, EntryForm.From(theirs.Content, "", 0));
        Conflict = await Conflict.BetweenAsync(db, theirs, Form.Read(Type, _before).Content, cancellationToken);
        return await FormAsync(cancellationToken);
    }
}
