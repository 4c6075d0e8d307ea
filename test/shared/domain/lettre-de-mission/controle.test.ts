import { expect, it } from 'vitest'
import { controlerDossier } from '../../../../shared/domain/lettre-de-mission/controle'
import { cadreExemple, dossierExemple, partFseExemple } from '../../../helpers/lettre'

it('L06 : reconnaît l’agent au signataire que le modèle de l’académie dit être le sien', () => {
  const cadre = cadreExemple()
  const [interesse, ...autres] = dossierExemple().signataires
  if (!interesse) throw new Error('no signatory')
  const signataires = [{ ...interesse, signataireId: 'x', code: 'INTERESSE' }, ...autres]
  const l06 = (modeles = cadre.modeles): number =>
    controlerDossier(
      dossierExemple({ signataires, fse: [partFseExemple({ accepteeLe: '2026-08-20' })] }),
      { ...cadre, modeles },
      '2026-08-25',
    ).filter(({ regle }) => regle === 'L06').length
  expect(l06()).toBe(1)
  const siens = cadre.modeles.map((modele) => ({
    ...modele,
    contenu: {
      ...modele.contenu,
      signataires: modele.contenu.signataires.map((regle) =>
        regle.agent === true ? { ...regle, code: 'INTERESSE' } : regle,
      ),
    },
  }))
  expect(l06(siens)).toBe(0)
})
