# The portal in one image: docker build -t khoknongna . && docker run -p 8080:8080 -v khoknongna:/data khoknongna
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Web -c Release -r linux-x64 --no-self-contained -o /portal

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Thai order needs ICU; days and deadlines need Asia/Bangkok; share cards need a font with Thai letters, found by fontconfig; the health
# check needs curl. The ICU package carries its version in its name, which differs between base images.
RUN apt-get update \
 && apt-get install -y --no-install-recommends tzdata curl fontconfig fonts-noto-core $(apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -1) \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data && chown "$APP_UID" /data
COPY --from=build /portal /portal
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false LC_ALL=C.UTF-8
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD curl -fs http://localhost:8080/health || exit 1
ENTRYPOINT ["dotnet", "/portal/KhokNongNa.Web.dll"]
