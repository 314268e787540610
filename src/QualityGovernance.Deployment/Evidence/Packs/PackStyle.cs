namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>How a pack looks: by day and by night, on a wide screen, on a phone and on paper. Nothing is fetched from elsewhere.</summary>
internal static class PackStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1a2027; --quiet: #5b6672; --page: #f5f6f8; --card: #fff; --line: #dfe3e8; --soft: #eef1f4;
          --good: #16794a; --bad: #b92b2b; --open: #8a5a00; --good-soft: #e3f4eb; --bad-soft: #fbe7e6; --open-soft: #faf0d9; --accent: #2f5fb3; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaef; --quiet: #9aa5b1; --page: #0f1317; --card: #171c22; --line: #2c343d; --soft: #222931;
          --good: #56c98d; --bad: #ff8a80; --open: #e5b94e; --good-soft: #12301f; --bad-soft: #3a1817; --open-soft: #33280f; --accent: #8ab4f8; } }
        * { box-sizing: border-box; } html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; color: var(--ink); background: var(--page); overflow-wrap: break-word; }
        main { max-width: 68rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
        header { border-radius: .75rem; padding: 1.25rem 1.4rem; background: var(--card); border: 1px solid var(--line); border-left: .5rem solid var(--tone); }
        header.passed { --tone: var(--good); } header.failed { --tone: var(--bad); } header.incomplete { --tone: var(--open); }
        h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; letter-spacing: -.01em; } h1 span { color: var(--tone); }
        header p { margin: .35rem 0 0; color: var(--quiet); } header ul { margin: .8rem 0 0; padding-left: 1.2rem; } header li + li { margin-top: .3rem; }
        h2 { margin: 0 0 .75rem; font-size: 1.1rem; line-height: 1.3; } section { margin-top: 1rem; padding: 1.1rem 1.4rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        .note { margin: -.5rem 0 .75rem; color: var(--quiet); font-size: .9rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 1rem 0 0; }
        .figures div { padding: .85rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        .figures dt { color: var(--quiet); font-size: .8rem; } .figures dd { margin: .1rem 0 0; font-size: 1.25rem; font-weight: 600; line-height: 1.3; } .figures dd.long { font-size: .95rem; line-height: 1.4; } .figures dd { overflow-wrap: anywhere; }
        .figures small { display: block; color: var(--quiet); font-size: .8rem; font-weight: 400; }
        .meter { display: block; height: .4rem; margin-top: .45rem; border-radius: .2rem; background: var(--soft); overflow: hidden; } .meter i { display: block; height: 100%; background: var(--accent); } .meter i.failed { background: var(--bad); }
        .pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 1rem; }
        nav { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: 1rem; } nav a { padding: .2rem .7rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); color: var(--ink); font-size: .85rem; text-decoration: none; }
        nav a:hover, nav a:focus-visible { border-color: var(--accent); color: var(--accent); } a { color: var(--accent); }
        table { border-collapse: collapse; width: 100%; } th, td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
        tr:last-child > * { border-bottom: 0; } thead tr > th { border-bottom: 1px solid var(--line); } thead th { color: var(--quiet); font-size: .8rem; font-weight: 600; } tbody th { width: 13rem; font-weight: 400; color: var(--quiet); }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } th:last-child, td:last-child { padding-right: 0; }
        code { font: .86em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; } td:first-child code { overflow-wrap: normal; }
        .word { display: inline-block; padding: 0 .55rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; white-space: nowrap; background: var(--soft); }
        .word.passed { color: var(--good); background: var(--good-soft); } .word.failed { color: var(--bad); background: var(--bad-soft); } .word.unknown, .word.not-run { color: var(--open); background: var(--open-soft); }
        td.missing { color: var(--open); } td.reason { color: var(--ink); } td .why { display: block; color: var(--quiet); font-size: .9rem; }
        svg { display: block; max-width: 100%; } svg text { fill: var(--ink); font-family: inherit; } .timeline, .stack { width: 100%; height: auto; }
        .timeline text { font-size: 11px; } .timeline .end { text-anchor: end; } .timeline .track { fill: var(--soft); }
        .timeline .passed { fill: var(--good); } .timeline .failed { fill: var(--bad); } .timeline .unknown, .timeline .not-run { fill: var(--open); }
        .stack text { font-size: 11px; } .stack .name { font-size: 12px; font-weight: 600; } .stack .quiet { fill: var(--quiet); font-size: 10px; } .stack rect { fill: var(--soft); stroke: var(--line); } .stack rect.frame { fill: none; stroke-dasharray: 4 4; }
        .stack rect.seen { stroke: var(--good); } .stack rect.absent { stroke: var(--open); stroke-dasharray: 4 3; } .stack text.absent { fill: var(--open); } .stack path { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
        .trend { width: 7.5rem; height: 1.5rem; } td .trend { margin-left: .5rem; } .trend rect { fill: var(--line); } .trend rect.now { fill: var(--accent); }
        footer { margin-top: 1.25rem; color: var(--quiet); font-size: .9rem; }
        @media (max-width: 40rem) { main { padding: .75rem .6rem 2rem; } header, section { padding: 1rem; } h1 { font-size: 1.35rem; } .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .6rem; margin-top: .6rem; } .figures dd { font-size: 1.05rem; } section { margin-top: .6rem; }
          thead { display: none; } table, tbody { display: block; } td { overflow-wrap: anywhere; } tr { display: block; padding: .45rem 0; border-bottom: 1px solid var(--line); } tr:last-child { border-bottom: 0; } td, tbody th { display: block; width: auto; padding: .05rem 0; border: 0; text-align: left; } tbody th { font-size: .85rem; }
          td.number { display: inline-block; margin-right: .9rem; font-size: .9rem; } td.number:first-child { float: left; margin-right: .5rem; font-size: 1rem; color: var(--quiet); } td:first-child code { overflow-wrap: anywhere; } .figures dd.long { font-size: .85rem; } td.number:empty, td:empty { display: none; } td[data-head]::before { content: attr(data-head) " "; color: var(--quiet); font-size: .85rem; } .trend, td .trend { margin: .2rem 0 0; width: 6rem; height: 1.2rem; } }
        @media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --page: #fff; --card: #fff; --line: #bbb; --soft: #eee; --good: #0a5c32; --bad: #8f1414; --open: #5f3d00; --good-soft: #fff; --bad-soft: #fff; --open-soft: #fff; --accent: #1c3f80; }
          @page { margin: 15mm 14mm; } body { font-size: 9.5pt; } main { max-width: none; padding: 0; } nav { display: none; } section, header, .figures div { border-radius: 0; } section { border: 0; border-top: 1px solid var(--line); padding: .7rem 0; margin-top: .5rem; }
          h2 { break-after: avoid; } tr, svg, header, .figures div { break-inside: avoid; } thead { display: table-header-group; } a { color: inherit; text-decoration: none; } .word { border: 1px solid currentColor; }
          .pictures { grid-template-columns: 1fr 1fr; } .figures { grid-template-columns: repeat(4, 1fr); gap: .5rem; } .figures dd { font-size: 1.1rem; } .figures dd.long { font-size: .8rem; } td code { font-size: 7.4pt; } th, td { padding-top: .25rem; padding-bottom: .25rem; } rect, .meter, .meter i, header { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;
}
