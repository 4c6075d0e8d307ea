import {
  definirDomaines,
  definirEtablissements,
} from '../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { terme } from '../helpers/agent'
import { insertLettre, insertLieu } from '../helpers/lettre-registre'
import type { TestRegistre } from '../helpers/registre'

/** Letters of two pages for 2026-2027: two établissements, hours spread by domain. */
export async function remplirDeLettres(r: TestRegistre, nombre: number): Promise<void> {
  const { id: roleId } = await terme(r, 'role', 'FORM')
  const lieux = [
    await insertLieu(r, '0350001A', 'Collège de la Vilaine'),
    await insertLieu(r, '0350002B', 'Lycée du Thabor'),
  ]
  for (let rang = 0; rang < nombre; rang++) {
    const { lettre, domaines } = await insertLettre(r, {
      agent: { nom: `Nom${String(rang)}`, prenom: 'Inès' },
      affectation: { roleId, residenceId: lieux[0] ?? null },
    })
    await r.call(definirEtablissements, {
      id: lettre.id,
      lignes: lieux.map((etablissementId) => ({
        etablissementId,
        natureId: null,
        volume: 120,
        uniteVolume: 'heuresParAn' as const,
        gpds: 1 as const,
      })),
    })
    await r.call(definirDomaines, {
      id: lettre.id,
      lignes: domaines.map(({ id, domaineId }) => ({ id, domaineId, heures: 468, activites: '' })),
    })
  }
}
