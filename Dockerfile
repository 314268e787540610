# One image with two programs: the service and its migrations.
# Nothing here asks for more than the classic builder, and no registry is asked for anything but the two base images.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

FROM ${SDK_IMAGE} AS build
# The classic builder leaves this stage behind as an image without a name; the label lets the next build remove it.
LABEL qgp.project="quality-governance" qgp.purpose="build-stage"
WORKDIR /src
# CI: the restore takes the locked set of packages or fails, and the compiler leaves no path of this machine in its output.
# Revocation: signatures are verified and the lock files hold the hash of every package; asking for revocation lists costs over a
# minute wherever their servers cannot be reached.
ENV CI=true NUGET_CERT_REVOCATION_MODE=offline DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The restore depends on these files alone, so that a change of code finds it in the cache. A nuget.config is optional.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig [Nn]u[Gg]et.[Cc]onfi[g] ./
COPY src/Directory.Build.props src/
COPY src/QualityGovernance.Platform/QualityGovernance.Platform.csproj src/QualityGovernance.Platform/packages.lock.json src/QualityGovernance.Platform/
COPY src/QualityGovernance.Web/QualityGovernance.Web.csproj src/QualityGovernance.Web/packages.lock.json src/QualityGovernance.Web/
COPY src/QualityGovernance.Migrations/QualityGovernance.Migrations.csproj src/QualityGovernance.Migrations/packages.lock.json src/QualityGovernance.Migrations/
# Not every feed serves the compiler for ReadyToRun. Without it the image is the same and starts a second later.
RUN if dotnet restore src/QualityGovernance.Migrations/QualityGovernance.Migrations.csproj -p:PublishReadyToRun=true; then \
      echo true > /ready-to-run; \
    else \
      echo "Restoring again, without the ReadyToRun compiler." && \
      dotnet restore src/QualityGovernance.Migrations/QualityGovernance.Migrations.csproj && \
      echo false > /ready-to-run; \
    fi

# The migrations refer to the service: publishing them publishes both. The analyzers have had their say in the solution's own build.
COPY src/ src/
RUN dotnet publish src/QualityGovernance.Migrations/QualityGovernance.Migrations.csproj --no-restore --configuration Release \
      --runtime linux-x64 --self-contained false --output /app \
      -p:PublishReadyToRun=$(cat /ready-to-run) -p:UseAppHost=false -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false && \
    cp artifacts/bin/QualityGovernance.Web/release_linux-x64/QualityGovernance.Web.deps.json /app/

FROM ${RUNTIME_IMAGE} AS final
WORKDIR /app
COPY --from=build /app /app
# Diagnostic sockets would be files in a root file system that is read-only.
ENV DOTNET_EnableDiagnostics=0
USER 1654
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=40s --retries=3 CMD ["dotnet", "/app/QualityGovernance.Web.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "/app/QualityGovernance.Web.dll"]

# Last, because they are different in every build.
ARG VERSION=0.0.0
ARG COMMIT=unknown
ARG BUILD_ID=development
ARG BASE_KIND=official
ENV QGP_VERSION=${VERSION} QGP_COMMIT=${COMMIT} QGP_BUILD_ID=${BUILD_ID}
LABEL org.opencontainers.image.title="Quality Governance Platform" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${COMMIT}" \
      qgp.project="quality-governance" \
      qgp.purpose="image" \
      qgp.build-id="${BUILD_ID}" \
      qgp.base-kind="${BASE_KIND}"
