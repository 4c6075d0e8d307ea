import type { AvecProchaineAction } from '../../shared/domain/prochaine-action/colonnes'
import { PourQuand } from '../prochaine-action'

/** How the columns of the next action are drawn, in every list that has them. */
export const prochaineViews = {
  prochaineAction: { largeur: 220, extensible: 1 },
  actionQui: { largeur: 120, extensible: 0 },
  actionPourLe: {
    rendu: ({ prochaine }: AvecProchaineAction) => <PourQuand pourLe={prochaine?.pourLe ?? null} />,
    largeur: 215,
  },
}
