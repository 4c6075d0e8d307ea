import type { Message, Request } from '../../../shared/ipc'

/** Answers of a register that does not exist, for the gallery only: posts a port as the preload does. */
const answers: Record<string, unknown> = {
  'registre.etat': {
    ouvert: {
      nom: 'rennes.mlds',
      chemin: '/documents/rennes.mlds',
      academieNom: 'Rennes',
      demonstration: false,
      copieAvantMigration: null,
      dommage: null,
    },
    recents: [],
    echecOuverture: null,
  },
  'anneeScolaire.lister': {
    annees: ['2024-2025', '2025-2026', '2026-2027'].map((id) => ({
      id,
      debutLe: `${id.slice(0, 4)}-09-01`,
      finLe: `${id.slice(5)}-08-31`,
    })),
    couranteId: '2026-2027',
  },
}

export function postPort(): void {
  const { port1, port2 } = new MessageChannel()
  port2.onmessage = ({ data }: MessageEvent<Request>) => {
    if (!('name' in data)) return
    port2.postMessage({ id: data.id, ok: true, value: answers[data.name] ?? null } satisfies Message)
  }
  window.postMessage('registre-port', window.location.origin, [port1])
}
