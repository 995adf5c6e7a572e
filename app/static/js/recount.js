// Settles the election anew in the reader's browser, from the bundle that is handed out, as a demonstration.
// Whole numbers only (BigInt). Without this file the page tells how to do the same on one's own machine.
"use strict";

(() => {
  const place = document.getElementById("recount");
  if (!place || !("DecompressionStream" in window)) return;
  const button = place.querySelector("button");
  const status = place.querySelector("[role=status]");
  const told = place.dataset;

  // ---- the bundle: a ZIP file ----

  const unpacked = async (buffer) => {
    const view = new DataView(buffer);
    let end = buffer.byteLength - 22;
    while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
    const files = new Map();
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      const [size, name, extra, comment] = [view.getUint32(at + 20, true), ...[28, 30, 32].map((n) => view.getUint16(at + n, true))];
      const path = new TextDecoder().decode(new Uint8Array(buffer, at + 46, name));
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = new Blob([new Uint8Array(buffer, start, size)]).stream();
      const plain = view.getUint16(at + 10, true) === 0 ? packed : packed.pipeThrough(new DecompressionStream("deflate-raw"));
      files.set(path.split("/").pop(), await new Response(plain).text());
      at += 46 + name + extra + comment;
    }
    return files;
  };

  const rows = function* (text) {
    const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
    const delimiter = lines[0].includes(";") ? ";" : ",";
    const fields = (line) => line.split(delimiter).map((field) => field.replace(/^"(.*)"$/, "$1"));
    const heading = fields(lines[0]);
    for (const line of lines.slice(1)) {
      if (line) yield Object.fromEntries(fields(line).map((field, column) => [heading[column], field]));
    }
  };

  // ---- counting, R-150 ----

  const electable = (list) => list.candidates.filter((each) => each.eligible !== false);

  const counted = (setup, files) => {
    const total = new Map();
    const add = (key, number = 1n) => total.set(key, (total.get(key) ?? 0n) + number);
    const contests = new Map(setup.contests.map((each) => [each.code, each]));
    const names = new Set();
    for (const each of setup.contests) {
      for (const list of each.lists) {
        for (const person of electable(list)) names.add(`${each.code} ${list.code}:${person.position}`);
      }
    }
    for (const row of rows(files.get("counts.csv"))) {
      if (row.count === "2" && row.line.startsWith("list:")) add(`${row.contest} ballots ${row.line.slice(5)}`, BigInt(row.number));
    }
    for (const row of rows(files.get("ballots.csv"))) {
      const seats = contests.get(row.contest).seats;
      const quota = Math.min(Math.max(5, Math.floor(seats / 4)), seats);
      const words = (text) => new Set(text.split(" ").filter(Boolean));
      for (const position of words(row.marks)) add(`${row.contest} marks ${row.list}:${position}`);
      const valid = [...words(row.write_ins)].filter((name) => names.has(`${row.contest} ${name}`) && name.split(":")[0] !== row.list);
      for (const name of valid.slice(0, quota)) {
        add(`${row.contest} names ${name}`);
        add(`${row.contest} given ${row.list}`);
        add(`${row.contest} received ${name.split(":")[0]}`);
      }
    }
    return (key) => total.get(key) ?? 0n;
  };

  // ---- seats. Divisors are five times the law's: 7, 15, 25, 35 … ----

  const before = (one, other) => {
    const [left, right] = [one.votes * other.divisor, other.votes * one.divisor];
    if (left !== right) return left > right ? -1 : 1;
    return one.votes === other.votes ? 0 : one.votes > other.votes ? -1 : 1;
  };

  const seated = (contest, votes, lots) => {
    const ladder = contest.lists.flatMap((list) =>
      electable(list)
        .slice(0, contest.seats)
        .map((_, won) => ({ list: list.code, votes: votes.get(list.code), divisor: won ? 10n * BigInt(won) + 5n : 7n }))
        .filter((rung) => rung.votes > 0n),
    );
    ladder.sort(before);
    const next = ladder[contest.seats];
    const winners = ladder.slice(0, contest.seats).filter((rung) => !next || before(rung, next) !== 0).map((rung) => rung.list);
    return [...winners, ...lots.map((lot) => lot.winner)];
  };

  // ---- people, in quarters of a vote ----

  const members = (contest, list, total, seats) => {
    const ballots = total(`${contest.code} ballots ${list.code}`);
    const score = (person) => {
      const name = `${list.code}:${person.position}`;
      return 4n * (total(`${contest.code} marks ${name}`) + total(`${contest.code} names ${name}`)) + (person.bonus ? ballots : 0n);
    };
    const ranked = electable(list).map((person) => ({ position: person.position, score: score(person) }));
    ranked.sort((one, other) => (one.score === other.score ? 0 : one.score > other.score ? -1 : 1));
    return ranked.slice(0, seats).map((each) => each.position);
  };

  const settled = (contest, total, published) => {
    const of = (what, list) => total(`${contest.code} ${what} ${list.code}`);
    const ballots = contest.lists.reduce((sum, list) => sum + of("ballots", list), 0n);
    const votes = new Map(
      contest.lists.map((list) => [list.code, BigInt(contest.seats) * of("ballots", list) - of("given", list) + of("received", list)]),
    );
    const winners = seated(contest, votes, published.lots);
    const lists = contest.lists.map((list) => {
      const seats = winners.filter((code) => code === list.code).length;
      return { code: list.code, votes: String(votes.get(list.code)), seats, members: members(contest, list, total, seats) };
    });
    const says = published.lists.map((list) => {
      const elected = list.candidates.filter((each) => each.outcome === "member").sort((one, other) => one.rank - other.rank);
      return { code: list.code, votes: String(list.list_votes), seats: list.seats, members: elected.map((each) => each.position) };
    });
    return { ballots, lists, same: JSON.stringify(lists) === JSON.stringify(says) };
  };

  // ---- what the reader sees ----

  const shown = (district, outcome) => {
    const row = document.createElement("tr");
    const heading = document.createElement("th");
    heading.scope = "row";
    heading.textContent = district;
    const seats = outcome.lists.filter((list) => list.seats).map((list) => `${list.code} ${list.seats}`);
    const cells = [outcome.ballots.toLocaleString("nb-NO"), seats.join(", "), outcome.same ? told.same : told.other].map((text, column) => {
      const cell = document.createElement("td");
      cell.textContent = text;
      if (column === 0) cell.className = "number";
      return cell;
    });
    row.append(heading, ...cells);
    return row;
  };

  const recount = async () => {
    status.textContent = told.working;
    button.disabled = true;
    try {
      const answer = await fetch(told.bundle);
      if (!answer.ok) throw new Error(String(answer.status));
      const files = await unpacked(await answer.arrayBuffer());
      const setup = JSON.parse(files.get("setup.json").replace(/^\ufeff/, ""));
      const published = new Map(JSON.parse(files.get("result.json")).contests.map((each) => [each.code, each]));
      const total = counted(setup, files);
      const contests = setup.contests.filter((contest) => published.has(contest.code));
      const outcomes = contests.map((contest) => settled(contest, total, published.get(contest.code)));
      place.querySelector("tbody").replaceChildren(...outcomes.map((outcome, at) => shown(contests[at].district, outcome)));
      place.querySelector("div[hidden]")?.removeAttribute("hidden");
      const same = outcomes.filter((outcome) => outcome.same).length;
      status.textContent = told.done.replace("{same}", same).replace("{all}", outcomes.length);
    } catch (problem) {
      status.textContent = told.failed;
    }
    button.disabled = false;
  };

  place.hidden = false;
  button.addEventListener("click", recount);
})();
