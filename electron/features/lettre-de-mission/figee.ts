import { jourEnLettres } from '../../../shared/dates'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { typographier } from '../../../shared/typographie'
import type { Bloc, PartieDecrite } from '../../documents/html-description'

/** Every block, those inside groups included, passed through `change`. */
function parcourir(blocs: readonly Bloc[], change: (bloc: Bloc) => Bloc): Bloc[] {
  return blocs.map((bloc) =>
    bloc.genre === 'groupe' ? { ...bloc, blocs: parcourir(bloc.blocs, change) } : change(bloc),
  )
}

/** The description of a letter as it is kept: its logo is a file of the register, not a copy in each letter. */
export const serialiser = (partie: PartieDecrite): string =>
  JSON.stringify({
    ...partie,
    blocs: parcourir(partie.blocs, (bloc) =>
      bloc.genre === 'enTete' && bloc.logo !== null ? { ...bloc, logo: { ...bloc.logo, source: '' } } : bloc,
    ),
  })

/**
 * A frozen letter as it is printed again: word for word, with the logo of then and, in the boxes, the signatures given
 * since; a box whose signatory has not signed keeps what was printed.
 */
export function deserialiser(
  contenu: string,
  logo: string | null,
  signataires: DossierLettre['signataires'],
): PartieDecrite {
  const partie = JSON.parse(contenu) as PartieDecrite
  return {
    ...partie,
    blocs: parcourir(partie.blocs, (bloc) => {
      if (bloc.genre === 'enTete' && bloc.logo !== null) return { ...bloc, logo: { ...bloc.logo, source: logo ?? '' } }
      if (bloc.genre !== 'signatures') return bloc
      return {
        ...bloc,
        cases: bloc.cases.map((boite, rang) => {
          const signeLe = signataires[rang]?.signeLe ?? null
          return signeLe === null ? boite : { ...boite, mention: typographier(`Signé le ${jourEnLettres(signeLe)}`) }
        }),
      }
    }),
  }
}
