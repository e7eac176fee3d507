using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Thai;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Members;

/// <summary>One deed for a member, posted from the member's page; it goes back there and says what became of it.</summary>
public sealed class ActModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    /// <summary>What has to be typed before a person is erased.</summary>
    public const string EraseWord = "ลบตามคำขอ";

    public IActionResult OnGet(Guid id) => Redirect($"/studio/members/{id}");

    public async Task<IActionResult> OnPostAsync(
        Guid id, string act, Role role, string? area, string? centre, Guid recorder, string? number, string? email, string? typed, CancellationToken cancellationToken)
    {
        // Who is out of the actor's area is not there; whether this one may be looked after is the verb's to say.
        if (!await db.MembersFor(Actor).AnyAsync(m => m.Id == id && m.ErasedAt == null, cancellationToken))
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        var page = $"/studio/members/{id}";
        return act switch
        {
            "take-role" => await OnAsync(m => m.TakeRole(role, area ?? "", centre ?? "", Actor, now), "เอาบทบาทออกแล้ว มีผลทันที"),
            "close" => await OnAsync(m => m.Close(Actor, now), "ปิดการเป็นสมาชิกแล้ว"),
            "reopen" => await OnAsync(m => m.Reopen(Actor, now), "เปิดการเป็นสมาชิกแล้ว"),
            "unlock" => await TryAsync(() => db.UnlockAsync(id, Actor, now, cancellationToken), "ให้ลองใหม่ได้ทันทีแล้ว", page),
            "sign-out" => await OnAsync(m => m.SignOutEverywhere(Actor, now), "ออกจากระบบทุกเครื่องแล้ว"),
            "name-recorder" => await TryAsync(() => db.NameRecorderAsync(id, number, Actor, now, cancellationToken), "ให้บันทึกแทนแล้ว", page),
            "drop-recorder" => await TryAsync(() => db.DropRecorderAsync(id, recorder, Actor, now, cancellationToken), "เลิกให้บันทึกแทนแล้ว", page),
            "invite" => await InviteAsync(),
            "erase" => await EraseAsync(),
            _ => NotFound(),
        };

        Task<IActionResult> OnAsync(Action<Member> deed, string done) => TryAsync(
            () => db.OnMemberAsync(id, Actor, now, member => { deed(member); return Task.CompletedTask; }, cancellationToken), done, page);

        async Task<IActionResult> InviteAsync()
        {
            try
            {
                var code = await db.InviteAsync(id, email ?? "", Actor, now, cancellationToken);
                Say($"ส่งลิงก์นี้ให้เจ้าตัวเท่านั้น แสดงครั้งเดียว: {Request.Scheme}://{Request.Host}/sign-in/invitation/{code}");
            }
            catch (PortalException refusal)
            {
                Say(refusal.Message);
            }

            return Redirect(page);
        }

        async Task<IActionResult> EraseAsync() => ThaiText.Normalize(typed ?? "").Trim() == EraseWord
            ? await TryAsync(() => db.EraseMemberAsync(id, Actor, now, cancellationToken), "ลบข้อมูลส่วนบุคคลแล้ว", "/studio/members")
            : await TryAsync(() => throw new PortalException("member.erase", $"ยังไม่ได้ลบอะไร พิมพ์ให้ตรงว่า «{EraseWord}»"), "", page);
    }
}
