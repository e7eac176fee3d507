using KhokNongNa.Web.Tests.Support;

namespace KhokNongNa.Web.Tests.Studio;

/// <summary>Whom an editor can name as the teller of a text: one sage of content/ has not agreed to be shown.</summary>
[Collection(ReadersPortal.Name)]
public sealed class SageChoiceTests(Support.Portal portal)
{
    private const string Hidden = "แก้ว ไข่เต็มรัง";

    [Theory]
    [InlineData("อรุณี", true)]
    [InlineData("สายใจ", false)]
    public async Task Who_did_not_agree_is_offered_by_name_only_to_who_keeps_the_register(string name, bool keeps)
    {
        using var editor = await portal.MemberAsync(name);
        var form = await editor.GetAsync("/studio/entries/new?type=lesson");
        Assert.Equal(200, form.Status);
        Assert.Contains("บุญมี ดินร่มเย็น", form.Html, StringComparison.Ordinal);
        Assert.Equal(keeps, form.Html.Contains(Hidden, StringComparison.Ordinal));
    }
}
