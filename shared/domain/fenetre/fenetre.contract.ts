import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { pasDeZoom } from './reglages'

const themes = ['systeme', 'clair', 'sombre'] as const

/** What a person chose for her window, whatever the register. */
export interface ReglagesFenetre {
  theme: (typeof themes)[number]
  /** In percent, one of `pasDeZoom`. */
  zoom: (typeof pasDeZoom)[number]
}

export const lireFenetre = operation({
  name: 'fenetre.lire',
  kind: 'query',
  input: z.object({}),
  output: returns<ReglagesFenetre>(),
  withoutRegistre: true,
})

/** Changes the window at once, and the next ones; answers what it has become. */
export const reglerFenetre = operation({
  name: 'fenetre.regler',
  kind: 'query',
  input: z.object({ theme: z.enum(themes), zoom: z.literal(pasDeZoom) }).partial(),
  output: returns<ReglagesFenetre>(),
  withoutRegistre: true,
})

/**
 * Writes on the disk at once what the window keeps for itself (a half-typed form): Chromium takes some seconds to do it,
 * and what it has not done is lost when the computer stops.
 */
export const retenirFenetre = operation({
  name: 'fenetre.retenir',
  kind: 'query',
  input: z.object({}),
  output: returns<null>(),
  withoutRegistre: true,
})

export const fenetreContract = {
  [lireFenetre.name]: lireFenetre,
  [reglerFenetre.name]: reglerFenetre,
  [retenirFenetre.name]: retenirFenetre,
}
