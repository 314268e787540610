# The scheduled backup service: the database's image, so that tools and server are of one version, with .NET and the program.
# Nothing here asks for more than the classic builder. The program is published before; app/ and tools/ are the whole context.
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG POSTGRES_IMAGE=postgres:15

FROM ${RUNTIME_IMAGE} AS runtime

FROM ${POSTGRES_IMAGE} AS final
# The vendor's images and the stand-ins have .NET in the same place.
COPY --from=runtime /usr/share/dotnet/dotnet /usr/share/dotnet/dotnet
COPY --from=runtime /usr/share/dotnet/host /usr/share/dotnet/host
COPY --from=runtime /usr/share/dotnet/shared/Microsoft.NETCore.App /usr/share/dotnet/shared/Microsoft.NETCore.App
USER root
RUN install --directory --owner=postgres --group=postgres /qgp && install --directory --mode=1777 /backups /scratch
# What scratch servers are copies of: initdb asks for an account with a name, and the container may run as any number.
USER postgres
RUN initdb --pgdata=/qgp/cluster --username=scratch --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync > /dev/null && chmod -R a+rX /qgp/cluster
COPY tools/ /usr/local/bin/
RUN if [ -e /usr/local/bin/age ]; then age --version; fi
COPY app/ /app/
ENV DOTNET_EnableDiagnostics=0 DOTNET_NOLOGO=1
USER 1654:1654
STOPSIGNAL SIGTERM
# The first backup may take its time; later ones are judged by their age.
HEALTHCHECK --interval=30s --timeout=20s --start-period=600s --retries=2 CMD ["/usr/share/dotnet/dotnet", "/app/QualityGovernance.Backup.dll", "healthcheck"]
ENTRYPOINT ["/usr/share/dotnet/dotnet", "/app/QualityGovernance.Backup.dll"]
CMD ["run"]

# The same sources and bases have the same values here: what runs is replaced only where something changed.
ARG VERSION=0.0.0
ARG COMMIT=unknown
ARG BUILD_ID=development
ARG BASE_KIND=official
LABEL org.opencontainers.image.title="Quality Governance Platform, scheduled backups" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${COMMIT}" \
      qgp.project="quality-governance" \
      qgp.purpose="image" \
      qgp.build-id="${BUILD_ID}" \
      qgp.base-kind="${BASE_KIND}"
