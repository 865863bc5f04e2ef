import { placePage } from "#lib/server/page-load.ts";
import { packetPage } from "#lib/server/pages/packet-page.ts";

export const load = placePage(packetPage("large"));
