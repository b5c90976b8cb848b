extension PageCode {
  /// The look of all pages: one column that fits 360 pixels, light or dark as the browser asks, and for paper.
  ///
  /// The colours are those of Okabe and Ito, which people with any colour vision tell apart; marks differ in shape too. Each
  /// pair of text and ground has a contrast of 4.5 or more (WCAG AA).
  static let styleSheet = PageCode(
    #"""
    :root{color-scheme:light dark;--ground:#fff;--soft:#f3f5f7;--line:#c4cbd2;--text:#1b2229;--weak:#55606b;--link:#0a58a6;--hit:#0072b2;--miss:#b04a00;--told:#8a3f76;--passed:#8b949e;--band:#0072b222;--good:#00664a;--bad:#a32a00;--k:#1b2229;--n:#1f4fd8;--o:#c62828;--h:#12752f;--s:#7a6500;--x:#55606b}
    @media (prefers-color-scheme:dark){:root{--ground:#14181c;--soft:#1f252b;--line:#46505a;--text:#e6eaee;--weak:#a7b1bb;--link:#7fbcff;--hit:#56b4e9;--miss:#f0a35e;--told:#dfa3cb;--passed:#77818b;--band:#56b4e933;--good:#58d0a8;--bad:#ff9a7a;--k:#e6eaee;--n:#8fb0ff;--o:#ff8a80;--h:#6fd08c;--s:#e0cc55;--x:#a7b1bb}}
    *{box-sizing:border-box}
    html{scroll-padding-top:9rem}
    body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
    a{color:var(--link)}
    a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,th:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.5rem;z-index:9}
    header{border-bottom:1px solid var(--line);background:var(--soft);padding:.5rem 1rem;position:sticky;top:0;z-index:2}
    header>*{max-width:76rem;margin:0 auto}
    header .name{display:flex;gap:.75rem;align-items:baseline;flex-wrap:wrap}
    header .name strong{overflow-wrap:anywhere}
    header .name .weak{font-size:.875rem}
    nav ul{display:flex;gap:.1rem .9rem;flex-wrap:wrap;list-style:none;margin:.15rem 0 0;padding:0}
    nav a{padding:.1rem 0;text-decoration:none}
    nav a:hover{text-decoration:underline}
    nav a[aria-current]{color:var(--text);font-weight:600;border-bottom:3px solid var(--hit)}
    main{max-width:76rem;margin:0 auto;padding:1rem;min-height:60vh}
    .page+.page{border-top:3px double var(--line);margin-top:2rem;padding-top:1rem}
    .single .page{display:none}
    .single .page.shown{display:block;border:0;margin:0;padding:0}
    h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 .6rem;overflow-wrap:anywhere}
    h2{font-size:1.25rem;margin:1.8rem 0 .5rem}
    h3{font-size:1rem;margin:0 0 .3rem}
    p{max-width:46rem;margin:.5rem 0}
    .lead{font-size:1.1rem}
    .weak,figcaption{color:var(--weak)}
    .good{color:var(--good);font-weight:600}
    .bad{color:var(--bad);font-weight:600}
    .smiles,code,pre{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.875em;overflow-wrap:anywhere}
    pre{background:var(--soft);border:1px solid var(--line);padding:.7rem;overflow-x:auto;white-space:pre-wrap;max-height:32rem}
    dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr));gap:.6rem;margin:1rem 0}
    dl.facts>div{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.5rem .7rem}
    dl.facts dt{color:var(--weak);font-size:.85rem}
    dl.facts dd{margin:0;font-size:1.15rem;font-weight:600;overflow-wrap:anywhere}
    dl.facts dd small{font-weight:400;color:var(--weak);font-size:.85rem;display:block}
    .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:1rem;margin:1rem 0}
    figure{margin:0;min-width:0}
    figure.plot{border:1px solid var(--line);border-radius:6px;padding:.7rem}
    figcaption{font-size:.875rem;margin-top:.3rem}
    figcaption em{font-style:normal;font-weight:600}
    svg.plot{width:100%;height:auto;display:block;touch-action:pan-y}
    svg.plot text{font-size:12px;fill:var(--weak)}
    svg.plot .title{fill:var(--text);font-size:13px}
    @media (max-width:600px){svg.plot text,svg.plot .title{font-size:17px}}
    @media (min-width:900px){.plots>figure:only-child svg.plot text{font-size:8px}.plots>figure:only-child svg.plot .title{font-size:9px}}
    .axis{fill:none;stroke:var(--weak)}
    .line{fill:none;stroke:var(--text);stroke-width:1.5;vector-effect:non-scaling-stroke}
    .line.main{stroke-width:2.5}
    .line.dashed{stroke-dasharray:6 4}
    .line.faint,.line.deviation{stroke:var(--passed);stroke-width:1}
    .line.second{stroke:var(--hit);stroke-width:2}
    .line.third{stroke:var(--miss);stroke-width:2;stroke-dasharray:8 3}
    .line.fourth{stroke:var(--told);stroke-width:2;stroke-dasharray:2 3}
    .line.fifth{stroke:var(--good);stroke-width:2;stroke-dasharray:10 3 2 3}
    .line.sixth{stroke:var(--weak);stroke-width:2;stroke-dasharray:1 5}
    .band{fill:var(--band)}
    .cloud{fill:none;stroke:var(--passed);stroke-width:4;stroke-linecap:round;vector-effect:non-scaling-stroke}
    .cloud.drawn{display:none}
    foreignObject canvas{display:block;width:100%;height:100%}
    .found{fill:none;stroke:var(--text);stroke-width:3}
    .lasso{fill:var(--band);stroke:var(--text);stroke-dasharray:4 3;vector-effect:non-scaling-stroke}
    svg.plot.selecting{cursor:crosshair;touch-action:none}
    button[aria-pressed=true]{background:var(--text);color:var(--ground)}
    .spread{fill:var(--weak);fill-opacity:.18;stroke:none}
    .spread.second{fill:var(--hit)}
    .spread.third{fill:var(--miss)}
    .spread.fourth{fill:var(--told)}
    .spread.fifth{fill:var(--good)}
    circle.hit{fill:var(--hit);stroke:var(--ground)}
    circle.miss{fill:var(--ground);stroke:var(--miss);stroke-width:2}
    circle.chosen{fill:var(--hit);stroke:var(--ground)}
    circle.alike{fill:var(--ground);stroke:var(--told);stroke-width:1.5}
    circle.value{fill:var(--text);stroke:var(--ground)}
    circle.passed{fill:var(--passed)}
    circle.told{fill:none;stroke:var(--told);stroke-width:2;stroke-dasharray:2 2}
    circle.step0{fill:#440154}circle.step1{fill:#443983}circle.step2{fill:#31688e}circle.step3{fill:#21918c}circle.step4{fill:#35b779}circle.step5{fill:#90d743}circle.step6{fill:#fde725}
    circle.kind0{fill:var(--hit);stroke:var(--ground)}circle.kind1{fill:var(--ground);stroke:var(--miss);stroke-width:2}circle.kind2{fill:var(--told);stroke:var(--ground)}circle.kind3{fill:var(--ground);stroke:var(--good);stroke-width:2;stroke-dasharray:3 2}circle.kind4{fill:var(--text);stroke:var(--ground)}circle.kind5{fill:var(--passed);stroke:var(--ground)}
    .points circle[class^=step]{stroke:var(--weak);stroke-width:.7}
    .points circle.lit{stroke:var(--text);stroke-width:3}
    ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:.2rem 0;padding:0;font-size:.875rem}
    ul.legend[hidden]{display:none}
    .swatch{width:24px;height:12px;margin-right:.3rem;vertical-align:-1px}
    .tools{display:flex;gap:.4rem;flex-wrap:wrap;align-items:center;margin:.3rem 0}
    button,select,input{font:inherit;font-size:.875rem;color:var(--text);background:var(--ground);border:1px solid var(--passed);border-radius:4px;padding:.2rem .55rem;min-height:2rem}
    button{cursor:pointer}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,10.4rem),1fr));gap:.7rem;list-style:none;margin:1rem 0;padding:0}
    @media (max-width:600px){.cards{grid-template-columns:repeat(auto-fill,minmax(min(100%,9rem),1fr))}}
    .cards li{border:1px solid var(--line);border-radius:6px;padding:.4rem .5rem;min-width:0;font-size:.875rem}
    .cards li.is-hit{border:2px solid var(--hit)}
    .cards a{text-decoration:none;color:inherit;display:block}
    .cards a:hover b{text-decoration:underline}
    .cards a b{color:var(--link)}
    .cards span{display:block;overflow-wrap:anywhere}
    svg.molecule{width:100%;height:auto;display:block;background:none}
    svg.molecule path,#drawings path{fill:none;stroke:currentColor;stroke-width:2}
    #drawings{position:absolute;width:0;height:0}
    symbol path,symbol circle{fill:none;stroke:currentColor;stroke-width:2}
    symbol .f{fill:currentColor;stroke:none}
    symbol text{fill:currentColor;stroke:none;font-family:sans-serif}
    .k{color:var(--k)}.n{color:var(--n)}.o{color:var(--o)}.h{color:var(--h)}.s{color:var(--s)}.x{color:var(--x)}
    .wide{max-width:26rem;border:1px solid var(--line);border-radius:6px}
    .two{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}
    .two>*{flex:1 1 22rem;min-width:0}
    .two>.wide{flex:0 1 26rem}
    .two .why:first-child{margin-top:0}
    .scroll{overflow-x:auto;margin:.5rem 0}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    th,td{text-align:left;padding:.3rem .55rem;border-bottom:1px solid var(--line);vertical-align:top}
    th{background:var(--soft);white-space:nowrap}
    th[aria-sort]{cursor:pointer}
    th[aria-sort=ascending]::after{content:" ▲"}
    th[aria-sort=descending]::after{content:" ▼"}
    td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td .smiles{display:block;min-width:9rem;max-width:24rem}
    div.picture{width:7rem}
    tr[hidden]{display:none}
    details{margin:.4rem 0}
    summary{cursor:pointer}
    .why{border-left:4px solid var(--hit);background:var(--soft);padding:.6rem .9rem;margin:1rem 0}
    .why ul{margin:.3rem 0;padding-left:1.2rem}
    #tip{position:fixed;z-index:8;background:var(--ground);color:var(--text);border:1px solid var(--passed);border-radius:6px;padding:.4rem .6rem;max-width:16rem;font-size:.85rem;pointer-events:none;overflow-wrap:anywhere;box-shadow:0 2px 8px #0004}
    #tip svg{width:11rem;max-width:100%;height:auto;display:block}
    footer{max-width:76rem;margin:2rem auto 0;padding:1rem;border-top:1px solid var(--line);color:var(--weak);font-size:.875rem}
    canvas.geometry{width:100%;height:20rem;border:1px solid var(--line);border-radius:6px;touch-action:none;cursor:grab;display:block}
    @page{size:A4;margin:13mm}
    @media print{
    header{position:static;border:0;background:none;padding:0}
    header nav,.tools,.skip,#tip,#live,.selection{display:none!important}
    html{font-size:9pt}
    body{font-size:9pt;line-height:1.4}
    main,footer{max-width:none;padding:0}
    .single .page{display:block}
    .page+.page{border:0;margin:0;padding:0;break-before:page}
    .page[id^=molecule-]+.page[id^=molecule-]{break-before:auto;border-top:3px double var(--line);margin-top:1.2rem;padding-top:.8rem}
    h1,h2,h3,summary,h2+p,h1+p,h1+p+p{break-after:avoid}
    h2{margin:1rem 0 .3rem}
    figure.plot,.cards li,tr,.why,.two,dl.facts>div{break-inside:avoid}
    .plots{grid-template-columns:1fr 1fr;gap:.6rem;margin:.5rem 0}
    .plots>figure:only-child{grid-column:1/-1}
    .plots>figure:only-child svg.plot{max-width:44rem}
    .cards{grid-template-columns:repeat(6,1fr);gap:.4rem;margin:.5rem 0}
    .cards li{font-size:7pt}
    dl.facts{grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));margin:.5rem 0}
    dl.facts dd{font-size:1rem}
    .two>.wide{flex-basis:20rem}
    .scroll{overflow:visible}
    table{font-size:7pt}
    th,td{padding:.15rem .3rem}
    th{white-space:normal}
    td .smiles{min-width:0}
    div.picture{width:6rem}
    a{color:inherit;text-decoration:none}
    pre{max-height:none;font-size:7pt}
    canvas.geometry{height:16rem;width:24rem}
    }
    """#)
}
