using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace KhokNongNa.Web.Site;

/// <summary>A field comes as it was typed: an empty one is an empty text, one of spaces keeps them.</summary>
internal sealed class TypedText : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}
